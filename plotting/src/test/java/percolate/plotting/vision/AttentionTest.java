package percolate.plotting.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.TIME;
import static percolate.Percolate.dense;
import static percolate.Percolate.dotAttention;
import static percolate.Percolate.embedding;
import static percolate.Percolate.gru;
import static percolate.Percolate.input;
import static percolate.Percolate.int64;
import static percolate.Percolate.lstm;
import static percolate.Percolate.model;
import static percolate.Percolate.randn;
import static percolate.Percolate.sequential;
import static percolate.Percolate.tensor;
import static percolate.Percolate.transformerEncoder;
import static percolate.plotting.Pictures.attention;
import static percolate.plotting.Pictures.gates;

import java.util.List;
import org.junit.jupiter.api.Test;
import percolate.Model;
import percolate.ShapeException;

class AttentionTest {
    private static Model transformer() {
        return sequential(input(TIME).to(int64), embedding(9, 8), transformerEncoder(2, 16), dense(2));
    }

    @Test
    void showsEachHeadWithWords() {
        var tokens = tensor(new int[] {1, 2, 3});
        assertThat(attention(transformer(), tokens).words("I", "love", "nets").alt())
                .contains("multiHeadAttention1, head 1: I → ", "multiHeadAttention1, head 2: I → ", "nets → ");
    }

    @Test
    void weightsOfEachQueryAddUpToOne() {
        var tokens = tensor(new int[][] {{1, 2, 3, 4}});
        var weights = transformer().activations(tokens).at("multiHeadAttention1.weights");
        for (var map : AttentionMap.of("a", weights)) {
            for (int row = 0; row < 4; row++) {
                double sum = 0;
                for (int column = 0; column < 4; column++) {
                    sum += map.value(row, column);
                }
                assertThat(sum).isCloseTo(1, within(1e-5));
            }
        }
    }

    @Test
    void tellsQueriesFromMemory() {
        var source = input(TIME, 4);
        var target = input(TIME, 4);
        var net = model(List.of(source, target), target.then(dotAttention().named("look"), source));
        var map = attention(net, randn(5, 4), randn(2, 4));

        assertThat(map.words(List.of("ein", "Hund"), List.of("a", "b", "c", "d", "e"))
                        .alt())
                .contains("look: ein → ", "Hund → ");
        assertThatThrownBy(() -> map.words("ein", "Hund"))
                .hasMessage(
                        "attention: expected 2 words for the queries and 5 for the memory, got 2 and 2; give one for"
                                + " each step");
    }

    @Test
    void takesLongSequences() {
        var tokens = randn(300, 4);
        var net = sequential(input(TIME, 4), transformerEncoder(1, 4));
        assertThat(attention(net, tokens).picture().size().width()).isLessThan(800);
    }

    @Test
    void saysWhatItCannotTake() {
        assertThatThrownBy(() -> attention(sequential(input(3), dense(2)), randn(3)))
                .hasMessageContaining("expected a network with an attention layer, got the layers [dense1]");
        assertThatThrownBy(() -> attention(transformer(), tensor(new int[][] {{1, 2}, {3, 4}})))
                .isInstanceOf(ShapeException.class)
                .hasMessage("attention: expected one sequence, [time], got [2, 2]; take one example, x.get(0)");
    }

    @Test
    void showsGatesAndStatesOverTime() {
        var net =
                sequential(input(TIME, 3), lstm(4).returnSequences().named("memory"), gru(2).named("later"), dense(1));
        assertThat(gates(net, randn(7, 3)).alt())
                .startsWith("gates and states over 7 time steps: memory state, ")
                .contains(
                        "memory forget, open on average",
                        "memory cell, ",
                        "later reset, open on average",
                        "later candidate");
        assertThat(gates(net, randn(1, 500, 3)).picture().size().width()).isLessThan(1400);
    }

    @Test
    void gatesHaveARowForEachUnitAndAColumnForEachStep() {
        var net = sequential(input(TIME, 3), lstm(4).named("memory"));
        var x = randn(1, 6, 3);
        var forget = net.activations(x).at("memory.forget");
        var picture = gates(net, x);

        assertThat(forget.shape().sizes()).containsExactly(1, 6, 4);
        assertThat(picture.alt())
                .contains("memory forget, open on average "
                        + Math.round(100 * forget.mean().item()) + "%");
    }

    @Test
    void gatesSayWhatTheyCannotTake() {
        assertThatThrownBy(() -> gates(sequential(input(TIME, 3), dense(2)), randn(5, 3)))
                .hasMessageContaining("expected a network with a recurrent layer");
        assertThatThrownBy(() ->
                        gates(sequential(input(TIME, 3), gru(2)), randn(5, 3)).words("a", "b"))
                .hasMessage("gates: expected 5 words, one for each time step, got 2");
        assertThatThrownBy(() -> gates(sequential(input(TIME, 3), gru(2)), randn(2, 5, 3)))
                .hasMessage("gates: expected one sequence, [time, 3], got [2, 5, 3]; take one example, x.get(0)");
    }
}
