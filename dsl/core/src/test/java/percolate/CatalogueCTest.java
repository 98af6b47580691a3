package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.*;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers that sequences prints, to the digits it prints; a test begins with the row of the catalogue. */
class CatalogueCTest {
    private static final List<String> WORDS = List.of("I", "love", "recurrent", "neural");

    /** The lecture's cell, with the matrix product that is meant: h = tanh(W_hh h + W_xh x), y = W_hy h. */
    static final class MyRnnCell extends Cell {
        final Tensor wxh = parameter(randn(4, 4));
        final Tensor whh = parameter(randn(4, 4));
        final Tensor why = parameter(randn(4, 4));

        MyRnnCell() {
            super(4);
        }

        @Override
        public Tensor next(Tensor x, Tensor h) {
            return h.mm(whh).plus(x.mm(wxh)).tanh();
        }

        @Override
        public Tensor output(Tensor h) {
            return h.mm(why);
        }
    }

    private static Tensor word(int index) {
        return eye(4).slice(0, index, index + 1);
    }

    @Test
    void c3TheLoopOverFourWordsStartsFromAStateOfFourZeros() {
        seed(3);
        var cell = new MyRnnCell();
        var hidden = tensor(0, 0, 0, 0).reshape(1, 4);
        var predictions = new Tensor[4];
        for (var w : WORDS) {
            int at = WORDS.indexOf(w);
            hidden = cell.next(word(at), hidden);
            predictions[at] = cell.output(hidden).unsqueeze(1);
            assertThat(hidden.shape()).isEqualTo(Shape.of(1, 4));
        }
        var net = sequential(input(TIME, 4), recurrent(cell).returnSequences());
        assertThat(net.predict(eye(4).unsqueeze(0)).isClose(concat(1, predictions), 1e-6))
                .isTrue();
    }

    @Test
    void c3FirstStepFromZerosSeesTheWordAlone() {
        var cell = new MyRnnCell();
        var hidden = cell.next(word(0), zeros(1, 4));
        assertThat(hidden.isClose(cell.wxh.slice(0, 0, 1).tanh(), 1e-6)).isTrue();
    }

    @Test
    void c4TheCellFromScratchIsTheLibrarysLayer() {
        seed(4);
        var cell = new MyRnnCell();
        var mine = sequential(input(TIME, 4), recurrent(cell).returnSequences());
        var library = sequential(
                input(TIME, 4),
                simpleRnn(4)
                        .weight(cell.wxh)
                        .recurrent(cell.whh)
                        .withBias(false)
                        .returnSequences(),
                dense(4).weight(cell.why).withBias(false));
        var x = randn(2, 5, 4);
        assertThat(mine.predict(x).isClose(library.predict(x), 1e-5)).isTrue();
    }
}
