package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.*;

import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The shape that a layer says it gives is the one the engine gives, whatever its options; seeds 0 to 11 for each. */
class LayerShapeTest {
    private static final int TRIES = 12;

    /** Random options. */
    private record Options(SplittableRandom random) {
        int to(int last) {
            return random.nextInt(1, last + 1);
        }

        boolean flag() {
            return random.nextBoolean();
        }
    }

    private record Family(String name, int rank, Function<Options, Layer> layer) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static Layer conv2d(Options o) {
        var layer = Percolate.conv2d(2 * o.to(2), o.to(4), o.to(4))
                .stride(o.to(3))
                .dilation(o.to(2))
                .groups(o.to(2));
        return layer.padding(o.to(3) - 1);
    }

    private static Layer conv1d(Options o) {
        var layer = Percolate.conv1d(o.to(4), 2 * o.to(2) - 1).stride(o.to(3)).dilation(o.to(2));
        return o.flag() ? layer.causal() : o.flag() ? layer.same() : layer.padding(o.to(2));
    }

    static Stream<Family> families() {
        return Stream.of(
                new Family("dense", 1, o -> dense(o.to(5)).withBias(o.flag())),
                new Family("conv1d", 2, LayerShapeTest::conv1d),
                new Family("conv2d", 3, LayerShapeTest::conv2d),
                new Family("conv2d same", 3, o -> Percolate.conv2d(o.to(3), 2 * o.to(2) - 1, 2 * o.to(3) - 1)
                        .same()
                        .stride(o.to(3))
                        .dilation(o.to(2))),
                new Family("conv3d", 4, o -> conv3d(o.to(3), o.to(3), o.to(3), o.to(2))
                        .stride(o.to(2))
                        .padding(o.to(2))),
                new Family("convTranspose2d", 3, o -> convTranspose2d(o.to(3), o.to(4), o.to(4))
                        .stride(o.to(3))
                        .dilation(o.to(2))
                        .padding(o.to(3) - 1)),
                new Family("convTranspose2d and more", 3, o -> convTranspose2d(o.to(3), o.to(4))
                        .stride(3)
                        .outputPadding(o.to(3) - 1)),
                new Family("depthwiseConv2d", 3, o -> depthwiseConv2d(o.to(3))
                        .multiplier(o.to(3))
                        .stride(o.to(2))),
                new Family("separableConv2d", 3, o -> separableConv2d(o.to(4), o.to(3))
                        .stride(o.to(2))
                        .padding(o.to(2))),
                new Family("locallyConnected2d", 3, o -> locallyConnected2d(o.to(3), o.to(3))
                        .stride(o.to(2))
                        .dilation(o.to(2))
                        .padding(o.to(2))),
                new Family("maxPool1d", 2, o -> maxPool1d(2 * o.to(2))
                        .stride(o.to(3))
                        .padding(o.to(2) - 1)),
                new Family("avgPool1d", 2, o -> avgPool1d(2 * o.to(2))
                        .stride(o.to(3))
                        .padding(o.to(2) - 1)),
                new Family("maxPool2d", 3, o -> maxPool2d(2 * o.to(2))
                        .stride(o.to(3))
                        .padding(o.to(2) - 1)),
                new Family("avgPool2d", 3, o -> avgPool2d(2 * o.to(2) - 1)
                        .stride(o.to(3))
                        .same()),
                new Family("globalMaxPool2d", 3, o -> globalMaxPool2d()),
                new Family("globalAvgPool1d", 2, o -> globalAvgPool1d()),
                new Family(
                        "upsample2d",
                        3,
                        o -> o.flag()
                                ? upsample2d(o.to(3))
                                : upsample2d(o.to(3)).bilinear()),
                new Family("permute", 3, o -> o.flag() ? permute(2, 0, 1) : permute(1, 0, 2)),
                new Family("repeatVector", 1, o -> repeatVector(o.to(4))),
                new Family("layerNorm", 3, o -> layerNorm().withBias(o.flag())),
                new Family("batchNorm", 3, o -> batchNorm().withBias(o.flag())),
                new Family("localResponseNorm", 3, o -> localResponseNorm().size(o.to(6))),
                new Family("positionalEncoding", 2, o -> positionalEncoding()),
                new Family("avgPool1d same", 2, o -> avgPool1d(2 * o.to(2) - 1).same()),
                new Family("globalMaxPool1d", 2, o -> globalMaxPool1d()),
                new Family("globalAvgPool2d", 3, o -> globalAvgPool2d()),
                new Family("lambda", 2, o -> o.flag() ? lambda(t -> t.mean(1)) : lambda(t -> t.slice(1, 0, 2))),
                new Family("flatten", 3, o -> flatten()),
                new Family("dropout", 2, o -> dropout(0.5)),
                new Family("spatialDropout", 3, o -> spatialDropout(0.5)),
                new Family("groupNorm", 3, o -> groupNorm(2)),
                new Family("activations", 3, o -> o.flag() ? softmax() : prelu()),
                new Family(
                        "timeDistributed",
                        2,
                        o -> timeDistributed(dense(o.to(4)).tanh(), dense(o.to(3)))),
                new Family(
                        "residual",
                        3,
                        o -> residual(Percolate.conv2d(o.to(4), 3).same().stride(o.to(2)))),
                new Family(
                        "concat",
                        3,
                        o -> concat(
                                Percolate.conv2d(o.to(3), 1),
                                Percolate.conv2d(o.to(3), 3).same())),
                new Family(
                        "add and multiply", 1, o -> o.flag() ? add(dense(4), dense(4)) : multiply(dense(3), dense(3))),
                new Family(
                        "dotAttention",
                        2,
                        o -> o.flag() ? dotAttention() : dotAttention().causal()),
                new Family(
                        "additiveAttention", 2, o -> additiveAttention(o.to(4)).heads(o.to(2))),
                new Family("multiHeadAttention", 2, o -> multiHeadAttention(o.to(2))
                        .withBias(o.flag())),
                new Family("transformerEncoder", 2, o -> transformerEncoder(o.to(2), o.to(5))
                        .layers(o.to(2))),
                new Family(
                        "stateful",
                        2,
                        o -> o.flag()
                                ? gru(o.to(4)).layers(o.to(2)).stateful()
                                : lstm(o.to(4)).returnSequences().stateful()),
                new Family(
                        "simpleRnn",
                        2,
                        o -> o.flag()
                                ? simpleRnn(o.to(4)).layers(o.to(3))
                                : simpleRnn(o.to(4)).swish()),
                new Family(
                        "lstm",
                        2,
                        o -> o.flag()
                                ? lstm(o.to(4)).layers(o.to(3)).reverse()
                                : lstm(o.to(4)).peephole()),
                new Family(
                        "gru",
                        2,
                        o -> o.flag()
                                ? gru(o.to(4)).cho().returnSequences()
                                : gru(o.to(4)).withBias(false)),
                new Family("minimalGru", 2, o -> minimalGru(o.to(4))
                        .layers(o.to(2))
                        .withBias(o.flag())),
                new Family(
                        "bidirectional",
                        2,
                        o -> o.flag()
                                ? bidirectional(lstm(o.to(4)).layers(o.to(2)).returnSequences())
                                : bidirectional(minimalGru(o.to(4))).sum()));
    }

    @ParameterizedTest
    @MethodSource("families")
    void theEngineGivesTheShapeThatIsSaid(Family family) {
        int ran = 0;
        for (int seed = 0; seed < TRIES; seed++) {
            var options = new Options(new SplittableRandom(seed));
            var shape = options.random().ints(family.rank(), 3, 10).toArray();
            if (family.rank() > 2) {
                shape[0] = 2 * options.to(2);
            }
            var layer = family.layer().apply(options);
            try {
                var net = sequential(input(shape), layer);
                var x = randn(Shape.of(shape).prepend(2).toArray());
                assertThat(net.predict(x).shape())
                        .as(layer + " of " + x.shape())
                        .isEqualTo(net.outputShape().prepend(2));
                ran++;
            } catch (ShapeException e) {
                assertThat(e.getMessage())
                        .as(layer.toString())
                        .startsWith("layer 1 ")
                        .contains("; ");
            }
        }
        assertThat(ran).as("layers that ran").isGreaterThan(TRIES / 2);
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void whatIsUnpooledHasTheShapeThatIsSaid(int factor) {
        var image = input(2, 4 * factor, 3 * factor);
        var pooled = image.then(maxPool2d(factor).withIndices());
        var net = model(image, pooled.then(unpool2d(factor), pooled.indices()));
        assertThat(net.outputShape()).isEqualTo(image.shape());
        assertThat(net.predict(randn(2, 2, 4 * factor, 3 * factor)).shape())
                .isEqualTo(image.shape().prepend(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void aDecoderHasTheStepsOfItsFirstInput(int steps) {
        var x = input(TIME, 4);
        var memory = input(TIME, 3);
        var net = model(List.of(x, memory), x.then(transformerDecoder(2, 5), memory.then(dense(4))));
        assertThat(net.outputShape()).isEqualTo(Shape.of(TIME, 4));
        assertThat(net.predict(randn(2, steps, 4), randn(2, 3, 3)).shape()).isEqualTo(Shape.of(2, steps, 4));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4})
    void wordsBecomeVectors(int steps) {
        var net = sequential(input(TIME).to(int64), embedding(9, 3).padding(0));
        assertThat(net.outputShape()).isEqualTo(Shape.of(TIME, 3));
        assertThat(net.predict(randint(0, 9, 2, steps)).shape()).isEqualTo(Shape.of(2, steps, 3));
    }
}
