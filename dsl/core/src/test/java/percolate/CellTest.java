package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CellTest {
    static class MyRnnCell extends Cell {
        final Tensor wxh = parameter(randn(3, 4));
        final Tensor whh = parameter(randn(4, 4));
        final Tensor why = parameter(randn(4, 2));

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

    static class MyLstm extends Cell {
        final Tensor w = parameter(randn(7, 16).times(0.3));
        final Tensor b = parameter(zeros(16));

        MyLstm() {
            super(4, 4);
        }

        @Override
        public List<Tensor> next(Tensor x, List<Tensor> s) {
            var z = concat(1, x, s.get(0)).mm(w).plus(b);
            var i = z.slice(1, 0, 4).sigmoid();
            var f = z.slice(1, 4, 8).sigmoid();
            var g = z.slice(1, 8, 12).tanh();
            var o = z.slice(1, 12, 16).sigmoid();
            var c = f.times(s.get(1)).plus(i.times(g));
            return List.of(o.times(c.tanh()), c);
        }
    }

    @Test
    void c4ACellFromScratchIsTheLibrarysLayer() {
        var cell = new MyRnnCell();
        var library = sequential(
                        input(TIME, 3),
                        simpleRnn(4).withBias(false).returnSequences().named("rnn"),
                        dense(2).withBias(false))
                .weights(Map.of("rnn.input", cell.wxh, "rnn.recurrent", cell.whh, "dense1.weight", cell.why));
        var mine = sequential(input(TIME, 3), recurrent(cell).returnSequences());
        var x = randn(2, 5, 3);
        assertThat(mine.outputShape()).isEqualTo(Shape.of(TIME, 2));
        assertThat(mine.predict(x).isClose(library.predict(x), 1e-5)).isTrue();
        assertThat(mine.weights()).containsOnlyKeys("recurrent1.wxh", "recurrent1.whh", "recurrent1.why");
    }

    @Test
    void severalStatesComeInTheOrderOfTheirSizes() {
        var cell = new MyLstm();
        var mine = sequential(input(TIME, 3), recurrent(cell));
        var library = sequential(input(TIME, 3), lstm(4));
        var zero = library.weights().keySet().stream()
                .filter(k -> k.endsWith("ias"))
                .toList();
        library.weights(Map.of("lstm1.input", cell.w.slice(0, 0, 3), "lstm1.recurrent", cell.w.slice(0, 3, 7)));
        zero.forEach(key -> library.weights(Map.of(key, zeros(16))));
        var x = randn(2, 5, 3);
        assertThat(mine.predict(x).isClose(library.predict(x), 1e-5)).isTrue();
    }

    @Test
    void aCellIsTrained() {
        var net = sequential(
                input(TIME, 3), recurrent(new MyLstm()).returnSequences(), recurrent(new MyLstmOf4()), dense(1));
        var x = randn(32, 5, 3);
        var data = dataset(x, x.sum(1, 2).reshape(32, 1));
        var run =
                net.train(data).optimizer(adam(0.02)).epochs(15).seed(1).quiet().fit();
        assertThat(run.loss()).isLessThan(run.history().get(0).loss() * 0.9);
    }

    static class MyLstmOf4 extends Cell {
        final Tensor w = parameter(randn(4, 4));

        MyLstmOf4() {
            super(4);
        }

        @Override
        public Tensor next(Tensor x, Tensor h) {
            return x.mm(w).plus(h).tanh();
        }
    }

    @Test
    void whatIsMissingIsSaidInWords() {
        assertOneSentence(() -> new Cell() {}, "cell: ", "super(4)");
        assertOneSentence(
                () -> sequential(input(TIME, 3), recurrent(new Cell(4) {})), ": it has no next", "List<Tensor> states");
        assertOneSentence(() -> sequential(input(3), recurrent(new MyRnnCell())), "layer 1 recurrent(MyRnnCell): ");
    }
}
