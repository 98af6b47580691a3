package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NestedModelTest {
    @TempDir
    Path folder;

    @Test
    void aDescriptionGetsNewWeightsAtEachPlace() {
        var two = sequential(dense(4).tanh(), dense(4));
        var net = sequential(input(4), two, two, dense(1));
        assertThat(net.names()).containsExactly("dense1", "dense2", "dense3", "dense4", "dense5");
        assertThat(net.parameterCount()).isEqualTo(4 * 20 + 5);
        assertThat(net)
                .hasToString("sequential(input[4], sequential(dense(4).tanh(), dense(4)), sequential(dense(4).tanh(),"
                        + " dense(4)), dense(1))");
    }

    @Test
    void aModelUsedTwiceSharesItsWeights() {
        var embed = sequential(input(1, 8, 8), conv2d(4, 3).relu(), maxPool2d(2), flatten(), dense(5))
                .named("embed");
        var a = input(1, 8, 8);
        var b = input(1, 8, 8);
        var twins = model(List.of(a, b), a.then(embed), b.then(embed));
        assertThat(twins.parameterCount()).isEqualTo(embed.parameterCount());
        assertThat(twins.weights())
                .containsOnlyKeys(
                        "embed.conv2d1.weight", "embed.conv2d1.bias", "embed.dense1.weight", "embed.dense1.bias");
        var x = rand(2, 1, 8, 8);
        var y = rand(2, 1, 8, 8);
        var outputs = twins.outputs(x, y);
        assertThat(outputs.get(0).isClose(embed.predict(x), 1e-6)).isTrue();
        assertThat(outputs.get(1).isClose(embed.predict(y), 1e-6)).isTrue();
        embed.weights(Map.of("dense1.bias", ones(5)));
        assertThat(twins.weight("embed.dense1.bias").isClose(1, 0)).isTrue();
        assertThat(twins.summary().toString()).contains("embed.conv2d1#2", "shared");
    }

    @Test
    void aSharedLayerHasOneSetOfWeights() {
        var shared = dense(3).shared();
        var net = sequential(input(3), shared, shared.tanh(), dense(3));
        assertThat(net.parameterCount()).isEqualTo(24);
        var block = sequential(dense(3), dense(3)).shared();
        assertThat(sequential(input(3), block, block).parameterCount()).isEqualTo(24);
        assertOneSentence(() -> sequential(input(4), shared, shared), "layer 1 dense(3): ", "[3, 3]", "[4, 3]");
    }

    @Test
    void aTrainedModelBringsItsWeights() {
        var base = sequential(input(4), dense(8).tanh(), dense(3));
        base.train(dataset(rand(32, 4), rand(32, 3))).epochs(1).quiet().seed(1).fit();
        var features = base.without(1);
        var head = sequential(features.frozen(), dense(2).named("head"));
        var x = rand(32, 4);
        var before = base.predict(x);
        head.train(dataset(x, rand(32, 2)))
                .optimizer(sgd(0.1))
                .epochs(2)
                .quiet()
                .seed(2)
                .fit();
        assertThat(base.predict(x).isClose(before, 0)).as("frozen").isTrue();
        assertThat(head.summary().frozen()).isEqualTo(40);
        assertThat(head.names()).containsExactly("dense1", "head");
        head.unfreeze("*")
                .train(dataset(x, rand(32, 2)))
                .epochs(1)
                .quiet()
                .seed(2)
                .fit();
        assertThat(base.predict(x).isClose(before, 1e-7)).as("trained on").isFalse();
        assertThat(head.weight("dense1.weight").isClose(base.weight("dense1.weight"), 0))
                .isTrue();
    }

    @Test
    void frozenLayersStayAndTheOthersLearn() {
        var net = sequential(input(4), dense(8).tanh(), dense(8).frozen(), dense(1));
        net.freeze("dense1");
        var before = net.weights();
        net.train(dataset(rand(16, 4), rand(16, 1))).epochs(2).quiet().fit();
        assertThat(net.weight("dense2.bias").isClose(before.get("dense2.bias"), 0))
                .isTrue();
        assertThat(net.weight("dense3.bias").isClose(before.get("dense3.bias"), 0))
                .isFalse();
        net.freeze("*");
        assertOneSentence(
                () -> net.train(dataset(rand(16, 4), rand(16, 1))).quiet().fit(), "train: ", "frozen", "unfreeze");
        assertOneSentence(() -> net.freeze("conv*"), "\"conv*\"", "[dense1, dense2, dense3]");
    }

    @Test
    void aModelIsTakenApart() {
        var net = sequential(input(6), dense(4).relu(), dense(2).named("code"), dense(4).relu(), dense(6).sigmoid());
        var x = rand(3, 6);
        var code = net.upTo("code").predict(x);
        assertThat(code.shape()).isEqualTo(Shape.of(3, 2));
        assertThat(net.from("code").predict(code).isClose(net.predict(x), 1e-6)).isTrue();
        assertThat(net.from("code").names()).containsExactly("dense2", "dense3");
        assertThat(net.without(2).predict(x).isClose(code, 1e-6)).isTrue();
        assertOneSentence(() -> net.without(4), "without", "4");
        assertOneSentence(() -> net.from("dense3"), "from(\"dense3\")", "last");
        assertOneSentence(() -> net.upTo("no"), "\"no\"", "[dense1, code, dense2, dense3]");
    }

    @Test
    void copiesAreTheirOwn() {
        var net = sequential(input(3), dense(2));
        var x = rand(4, 3);
        var copy = net.copy();
        assertThat(copy.predict(x).isClose(net.predict(x), 0)).isTrue();
        assertThat(net.copy(1).predict(x).isClose(net.predict(x), 0)).isFalse();
        assertThat(net.copy(1).predict(x).isClose(net.copy(1).predict(x), 0)).isTrue();
        copy.weights(Map.of("dense1.bias", ones(2)));
        assertThat(net.copyFrom(copy).weight("dense1.bias").isClose(1, 0)).isTrue();
    }

    @Test
    void residualAddsItsInputAndProjectsWhereItMust() {
        var net = sequential(input(8), residual(dense(8).tanh().named("f")));
        var x = rand(2, 8);
        assertThat(net.predict(x).isClose(net.activations(x).at("f").plus(x), 1e-6))
                .isTrue();
        assertThat(sequential(input(8), residual(dense(4))).parameterCount()).isEqualTo(9 * 4 + 8 * 4);
        var image = sequential(
                input(2, 9, 9),
                residual(conv2d(4, 3).stride(2).padding(1).withBias(false)).relu());
        assertThat(image.parameterCount()).isEqualTo(4 * 2 * 9 + 4 * 2);
        assertThat(image.outputShape()).isEqualTo(Shape.of(4, 5, 5));
        assertOneSentence(
                () -> sequential(input(2, 9, 9), residual(conv2d(4, 4))), "layer 1 residual: ", "[2, 9, 9]", "same()");
    }

    private static Layer bottleneck(int n, int stride) {
        return residual(
                        conv2d(n, 1).stride(stride).withBias(false),
                        batchNorm().relu(),
                        conv2d(n, 3).same().withBias(false),
                        batchNorm().relu(),
                        conv2d(4 * n, 1).withBias(false),
                        batchNorm())
                .relu();
    }

    private static Model resnet(int... depths) {
        var layers = new ArrayList<Layer>(List.of(
                conv2d(64, 7).stride(2).padding(3).withBias(false),
                batchNorm().relu(),
                maxPool2d(3).stride(2).padding(1)));
        for (int stage = 0; stage < 4; stage++) {
            for (int i = 0; i < depths[stage]; i++) {
                layers.add(bottleneck(64 << stage, i == 0 && stage > 0 ? 2 : 1));
            }
        }
        Collections.addAll(layers, globalAvgPool2d(), flatten(), dense(1000));
        return sequential(input(3, 224, 224), layers);
    }

    @Test
    void residualNetworksHaveThePublishedNumberOfParameters() {
        assertThat(resnet(3, 4, 6, 3).parameterCount()).isEqualTo(25_557_032);
        assertThat(resnet(3, 8, 36, 3).parameterCount()).isEqualTo(60_192_808);
    }

    @Test
    void branchesLieSideBySide() {
        var inception = concat(
                conv2d(4, 1).relu(),
                sequential(conv2d(2, 1).relu(), conv2d(6, 3).same().relu()),
                sequential(maxPool2d(3).stride(1).same(), conv2d(3, 1).relu()));
        var net = sequential(input(5, 7, 7), inception);
        assertThat(net.outputShape()).isEqualTo(Shape.of(13, 7, 7));
        assertThat(sequential(input(4), add(dense(3), dense(3).relu())).outputShape())
                .isEqualTo(Shape.of(3));
        assertThat(sequential(input(4), multiply(identity(), dense(4).sigmoid()))
                        .predict(zeros(1, 4))
                        .isClose(0, 0))
                .isTrue();
        assertOneSentence(
                () -> sequential(input(4), concat(dense(3), conv2d(2, 3))), "layer 1 concat: branch 2 conv2d(2, 3): ");
    }

    @Test
    void aUNetJoinsWhatWentDownWithWhatComesUp() {
        var image = input(3, 16, 16);
        var d1 = image.then(
                sequential(conv2d(4, 3).same().relu(), conv2d(4, 3).same().relu()));
        var d2 = d1.then(maxPool2d(2)).then(conv2d(8, 3).same().relu());
        var unet = model(image, d2.then(upsample2d(2)).concat(d1).then(conv2d(2, 1)));
        assertThat(unet.outputShape()).isEqualTo(Shape.of(2, 16, 16));
        assertThat(unet.predict(rand(2, 3, 16, 16)).shape()).isEqualTo(Shape.of(2, 2, 16, 16));
    }

    @Test
    void buffersFollowTheBatchesAndAreNoParameters() {
        var net = sequential(input(3), batchNorm(), dense(1));
        assertThat(net.parameterCount()).isEqualTo(10);
        assertThat(net.summary().buffers()).isEqualTo(6);
        var x = rand(32, 3).plus(5);
        net.train(dataset(x, rand(32, 1))).batch(32).epochs(50).quiet().fit();
        assertThat(net.weight("batchNorm1.runningMean").isClose(x.mean(0), 0.05))
                .isTrue();
        var copy = net.copy();
        assertThat(copy.predict(x).isClose(net.predict(x), 0)).isTrue();
        net.eval().apply(x);
        assertThat(copy.weight("batchNorm1.runningMean").isClose(net.weight("batchNorm1.runningMean"), 0))
                .isTrue();
        net.training().apply(x);
        assertThat(copy.weight("batchNorm1.runningMean").isClose(net.weight("batchNorm1.runningMean"), 0))
                .isFalse();
    }

    @Test
    void activationsAreReadByName() {
        var net = sequential(input(TIME, 1), lstm(4).returnSequences().named("memory"), dense(1));
        var found = net.activations(rand(2, 5, 1));
        assertThat(found.names()).contains("memory", "memory.forget", "memory.state", "dense1");
        assertThat(found.at("memory.forget").shape()).isEqualTo(Shape.of(2, 5, 4));
        assertThat(found.get("dense1").shape()).isEqualTo(Shape.of(2, 5, 1));
        assertOneSentence(() -> found.at("no"), "activations: ", "\"no\"", "memory.forget");
    }

    @Test
    void samplesDropAndNothingElse() {
        var net = sequential(input(8), batchNorm(), dropout(0.5), dense(2));
        var x = rand(3, 8);
        var draws = net.samples(20, x);
        assertThat(draws.shape()).isEqualTo(Shape.of(20, 3, 2));
        assertThat(draws.get(0).isClose(draws.get(1), 1e-6)).isFalse();
        assertThat(net.weight("batchNorm1.runningMean").isClose(0, 0)).isTrue();
        assertOneSentence(() -> net.samples(0, x), "samples: ");
    }

    @Test
    void graphsComeBackFromAFile() {
        var embed = sequential(input(4), dense(3).relu(), batchNorm()).named("embed");
        var a = input(4).named("left");
        var b = input(4);
        var both = a.then(embed).concat(b.then(embed));
        var net = model(
                List.of(a, b),
                both.then(dense(2)).named("kind"),
                both.then(dense(1)).named("box"));
        net.freeze("embed");
        var file = folder.resolve("twins.pct").toString();
        net.save(file);
        var loaded = load(file);
        var x = rand(5, 4);
        var y = rand(5, 4);
        for (int i = 0; i < 2; i++) {
            assertThat(loaded.outputs(x, y).get(i).isClose(net.outputs(x, y).get(i), 0))
                    .isTrue();
        }
        assertThat(loaded.names()).isEqualTo(net.names());
        assertThat(loaded.weights().keySet()).isEqualTo(net.weights().keySet());
        assertThat(loaded.summary().frozen()).isEqualTo(net.summary().frozen()).isPositive();
        assertThat(loaded.upTo("embed").outputShape()).isEqualTo(Shape.of(3));
        assertThat(loaded.parameterCount()).isEqualTo(net.parameterCount());
    }
}
