package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What does not fit in a model is said in one sentence: where, expected, got, remedy. */
class ModelMistakesTest {
    @Test
    void aLayerThatDoesNotFitNamesItselfShapesAndRemedy() {
        assertOneSentence(
                () -> sequential(input(784), dense(784), conv2d(32, 3)),
                "layer 2 conv2d(32, 3): expected [batch, channels, height, width], got [batch, 784];"
                        + " put reshape(1, 28, 28) before it");
        assertOneSentence(
                () -> sequential(input(28, 20), maxPool2d(2)),
                "layer 1 maxPool2d(2): ",
                "got [batch, 28, 20]",
                "reshape(1, 28, 20)");
        assertOneSentence(
                () -> sequential(input(10), avgPool2d(2)), "layer 1 avgPool2d(2): ", "[batch, 10]", "reshape");
        assertOneSentence(() -> sequential(input(8), globalAvgPool2d()), "layer 1 globalAvgPool2d(): ", "[batch, 8]");
        assertOneSentence(
                () -> sequential(input(1, 8, 8), dense(3)), "layer 1 dense(3): ", "[batch, 1, 8, 8]", "flatten()");
        assertOneSentence(() -> sequential(input(4), lstm(3)), "layer 1 lstm(3): ", "[batch, 4]", "embedding");
        assertOneSentence(() -> sequential(input(6), reshape(2, 2)), "layer 1 reshape(2, 2): ", "4", "[batch, 6]");
        assertOneSentence(() -> sequential(input(1, 8, 8), embedding(9, 2)), "layer 1 embedding(9, 2): ", "flatten()");
    }

    @Test
    void aWindowFitsIntoItsImage() {
        assertOneSentence(
                () -> sequential(input(1, 4, 4), conv2d(32, 5)),
                "layer 1 conv2d(32, 5): a window of 5 does not fit into a height of 4",
                "padding");
        assertOneSentence(
                () -> sequential(input(1, 4, 4), maxPool2d(2), maxPool2d(3)), "layer 2 maxPool2d(3): ", "of 2");
        assertOneSentence(() -> sequential(input(1, 4, 4), conv2d(1, 3).padding(Integer.MAX_VALUE)), "layer 1");
    }

    @Test
    void whatVariesWithTimeHasNoFixedSize() {
        assertOneSentence(
                () -> sequential(input(TIME, 3), flatten()), "layer 1 flatten(): ", "[batch, time, 3]", "last step");
        assertOneSentence(() -> sequential(input(TIME, 3), reshape(3)), "layer 1 reshape(3): ", "[batch, time, 3]");
        assertOneSentence(() -> sequential(input(TIME), dense(3)), "layer 1 dense(3): ", "fixed", "[batch, time]");
        assertOneSentence(() -> sequential(input(4, TIME), lstm(3)), "layer 1 lstm(3): ", "[batch, 4, time]");
        assertOneSentence(
                () -> sequential(input(3, TIME, 8), conv2d(2, 3)), "layer 1 conv2d(2, 3): ", "time", "input(");
        assertOneSentence(() -> sequential(input(TIME, TIME), dense(3)), "input: ", "TIME", "[time, time]");
    }

    @Test
    void wordsComeStraightFromTheData() {
        assertOneSentence(
                () -> sequential(input(4), dense(3), embedding(9, 2)),
                "layer 2 embedding(9, 2): ",
                "numbers of words",
                "put it first");
        var net = sequential(input(2, 2), reshape(4), embedding(9, 2));
        assertThat(net.predict(zeros(3, 2, 2)).shape()).isEqualTo(Shape.of(3, 4, 2));
    }

    @Test
    void aWordOutsideTheVocabularyIsNamed() {
        var net = sequential(input(TIME), embedding(10, 4), lstm(4), dense(3));
        for (var x : List.of(
                tensor(new int[][] {{1, 10}}), tensor(new int[][] {{1, -1}}), tensor(new double[][] {{1.5, 2}}))) {
            assertOneSentence(() -> net.predict(x), "layer 1 embedding(10, 4): ", "from 0 to 9");
            assertOneSentence(
                    () -> net.train(dataset(x, tensor(new long[] {1}))).quiet().fit(), "from 0 to 9");
        }
        assertOneSentence(() -> net.predict(zeros(2, 0)), "sequences of one step or more", "[2, 0]");
    }

    @Test
    void inputsHaveSizesAndTypesThatModelsTake() {
        assertOneSentence(() -> input(0), "input: ", "[0]");
        assertOneSentence(() -> input(3, -2), "-2");
        assertOneSentence(() -> input(4).to(float64), "input: ", "float64", "float32");
        assertThat(sequential(input(4).to(int64), dense(3))
                        .predict(ones(2, 4).to(int64))
                        .dtype())
                .isEqualTo(float32);
        assertThat(sequential(input(4), dense(3))
                        .predict(ones(2, 4).to(float64))
                        .dtype())
                .isEqualTo(float32);
    }

    @Test
    void aModelHasLayers() {
        assertOneSentence(() -> sequential(input(3)), "sequential: ", "none");
        assertOneSentence(() -> sequential(), "sequential: ", "none");
        var layers = new ArrayList<Layer>(List.of(dense(3)));
        layers.add(null);
        assertOneSentence(() -> sequential(input(3), layers), "sequential: ", "null in place 2");
    }

    @Test
    void namesAreGivenOnce() {
        assertOneSentence(
                () -> sequential(input(3), dense(3).named("a"), dense(3).named("a")), "named(\"a\")", "its own");
        assertOneSentence(() -> dense(3).named("a.b"), "dense.named", "a.b");
        assertOneSentence(() -> dense(3).named(""), "dense.named");
        assertOneSentence(() -> dense(3).named(null), "dense.named", "null");
    }

    @Test
    void aModelWithoutShapeSaysHowItGetsOne() {
        var net = sequential(dense(3));
        assertOneSentence(net::summary, "model: ", "input(…)");
        assertOneSentence(net::weights, "model: ", "input(…)");
        assertOneSentence(net::parameterCount, "model: ", "input(…)");
        assertOneSentence(() -> net.weight("dense1.weight"), "model: ", "input(…)");
        assertOneSentence(() -> net.save("target/none.pct"), "model: ", "input(…)");
    }

    @Test
    void dataOfAnotherShapeIsRefused() {
        var net = sequential(input(4), dense(3));
        assertOneSentence(() -> net.predict(rand(8, 5)), "model: ", "[4]", "[8, 5]", "input(…)");
        assertOneSentence(() -> net.predict(rand(4)), "model: ", "x.unsqueeze(0)");
        assertOneSentence(() -> net.predict(tensor(1)), "model: ", "[batch, …]", "scalar");
        assertOneSentence(() -> net.evaluate(dataset(rand(8, 5), zeros(8).to(int64))), "model: ", "[8, 5]");
        var images = sequential(input(1, 8, 8), flatten(), dense(2));
        assertOneSentence(() -> images.predict(rand(2, 4, 16)), "model: ", "[1, 8, 8]", "[4, 16]");
    }

    @Test
    void weightsAreThoseOfTheModelOrNothingChanges() {
        var net = sequential(input(3), dense(2));
        var before = net.weight("dense1.weight");
        assertOneSentence(() -> net.weight("foo"), "weights: ", "foo", "[dense1.weight, dense1.bias]");
        assertOneSentence(
                () -> net.weights(Map.of("dense1.weight", zeros(3, 2), "dense2.bias", zeros(2))),
                "weights: ",
                "dense2.bias");
        assertOneSentence(
                () -> net.weights(Map.of("dense1.weight", zeros(3, 2), "dense1.bias", zeros(4))),
                "[2]",
                "[4]",
                "reshape");
        assertThat(net.weight("dense1.weight").isClose(before, 0)).isTrue();
    }

    @Test
    void layersHaveSizesOfOneOrMore() {
        assertOneSentence(() -> dense(0), "dense: ", "units", "got 0");
        assertOneSentence(() -> conv2d(0, 3), "conv2d: ", "filters");
        assertOneSentence(() -> conv2d(2, 0), "conv2d: ", "height");
        assertOneSentence(() -> conv2d(2, 3).stride(0), "conv2d: ", "stride");
        assertOneSentence(() -> conv2d(2, 3).padding(-1), "conv2d: ", "padding", "-1");
        assertOneSentence(() -> conv2d(2, 2).same(), "conv2d.same: ", "odd", "2×2", "padding(…)");
        assertOneSentence(() -> maxPool2d(0), "maxPool2d: ", "size");
        assertOneSentence(() -> maxPool2d(2).padding(2), "maxPool2d: ", "half the window");
        assertOneSentence(() -> lstm(0), "lstm: ", "units");
        assertOneSentence(() -> embedding(0, 2), "embedding: ", "words");
        assertOneSentence(() -> reshape(-1, 2), "reshape: ", "[-1, 2]");
        assertOneSentence(() -> reshape(), "reshape: ", "[]");
    }

    @Test
    void dropoutDropsAShareBelowOne() {
        for (double p : new double[] {1, -0.1, 2, Double.NaN}) {
            assertOneSentence(() -> dropout(p), "dropout: p is the share that is dropped", String.valueOf(p));
        }
        assertOneSentence(() -> leakyRelu(Double.NaN), "leakyRelu: ", "slope", "NaN");
        assertOneSentence(() -> dense(3).leakyRelu(Double.POSITIVE_INFINITY), "leakyRelu: ", "Infinity");
    }

    @Test
    void aLayerThatIsTooLargeIsRefusedBeforeMemoryIsAsked() {
        var net = sequential(input(1000), dense(2_000_000_000));
        assertThat(net.parameterCount()).isEqualTo(2_002_000_000_000L);
        assertOneSentence(net::weights, "[1000, 2000000000]", "smaller");
    }
}
