package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CustomLayerTest {
    @TempDir
    Path folder;

    static class Twice extends Custom {
        final Tensor scale = parameter(2);

        @Override
        public Tensor forward(Tensor x) {
            return x.times(scale);
        }
    }

    static class Gate extends Custom {
        final Tensor a = parameter(full(0.5, 8));
        final Model inner = sequential(input(8), dense(8).relu());
        final List<Custom> more = List.of(new Twice());

        @Override
        public Tensor forward(Tensor... x) {
            var g = a.sigmoid();
            return more.get(0)
                    .apply(g.times(inner.apply(x[0])).plus(g.oneMinus().times(x[1])));
        }
    }

    @Test
    void itsFieldsAreItsWeights() {
        var net = sequential(input(2), new Twice(), dense(1));
        assertThat(net.weights()).containsOnlyKeys("twice1.scale", "dense1.weight", "dense1.bias");
        assertThat(net.parameterCount()).isEqualTo(4);
        assertThat(net.predict(ones(1, 2)).isClose(net.from("twice1").predict(full(2, 1, 2)), 1e-6))
                .isTrue();
        net.weights(Map.of("twice1.scale", tensor(3)));
        assertThat(net.activations(ones(1, 2)).at("twice1").isClose(3, 0)).isTrue();
        assertThat(new Twice().invoke(ones(2, 2)).isClose(2, 0)).isTrue();
    }

    @Test
    void modelsListsAndSeveralInputsBelongToIt() {
        var p = input(8);
        var q = input(8);
        var net = model(List.of(p, q), p.then(new Gate(), q).then(dense(1)));
        assertThat(net.weights().keySet())
                .containsExactly(
                        "gate1.a",
                        "gate1.inner.dense1.weight",
                        "gate1.inner.dense1.bias",
                        "gate1.more1.scale",
                        "dense1.weight",
                        "dense1.bias");
        assertThat(net.predict(rand(3, 8), rand(3, 8)).shape()).isEqualTo(Shape.of(3, 1));
    }

    @Test
    void itIsTrainedWithTheOthers() {
        var layer = new Twice();
        var net = sequential(input(1), layer);
        var x = rand(32, 1);
        net.train(dataset(x, x.times(5)))
                .optimizer(sgd(0.5))
                .epochs(40)
                .seed(1)
                .quiet()
                .fit();
        assertThat((double) layer.scale.item()).isBetween(4.9, 5.1);
        assertThat(net.evaluate(dataset(x, x.times(5))).loss()).isLessThan(1e-2);
    }

    @Test
    void aCopyHasWeightsOfItsOwn() {
        var net = sequential(input(8), new Twice(), dense(1));
        var copy = net.copy();
        net.weights(Map.of("twice1.scale", tensor(7)));
        assertThat(copy.weight("twice1.scale").item()).isEqualTo(2);
        assertThat(net.copyFrom(copy).weight("twice1.scale").item()).isEqualTo(2);
    }

    @Test
    void gradientsReachIt() {
        var net = sequential(input(2), new Twice(), dense(1));
        var g = gradients(() -> net.apply(ones(4, 2)).square().mean(), net);
        assertThat(g.of("twice1.scale").shape()).isEqualTo(Shape.of());
        assertThat(g.norm()).isPositive();
    }

    @Test
    void functionsAreLayers() {
        var words = sequential(input(TIME).to(int64), embedding(5, 3), lambda(t -> t.mean(1)), dense(1));
        assertThat(words.names()).containsExactly("embedding1", "lambda1", "dense1");
        assertThat(words.predict(tensor(new int[][] {{1, 2, 3}})).shape()).isEqualTo(Shape.of(1, 1));
        var image = input(3);
        var net = model(image, image.then(t -> t.times(2)));
        assertThat(net.predict(ones(1, 3)).isClose(2, 0)).isTrue();
    }

    @Test
    void whatIsMissingIsSaidInWords() {
        assertOneSentence(() -> sequential(input(2), new Custom() {}), "custom: ", "public Tensor forward(Tensor x)");
        var a = input(2);
        assertOneSentence(() -> a.then(new Twice(), input(2)), "twice: ", "2 inputs", "forward(Tensor... x)");
        assertOneSentence(
                () -> sequential(input(2), lambda(t -> t.mm(ones(3, 3)))),
                "layer 1 lambda(…): in forward",
                "[2, 2]",
                "mm");
        assertOneSentence(() -> sequential(input(2), lambda(Tensor::sum)), "layer 1 lambda(…): ", "[batch, …]");
    }

    @Test
    void itsWeightsAreSavedAndItsClassIsNot() {
        var net = sequential(input(2), new Twice(), dense(1));
        net.weights(Map.of("twice1.scale", tensor(9)));
        var file = folder.resolve("own.pct").toString();
        net.save(file);
        assertOneSentence(() -> load(file), "load(\"", "twice", "loadWeights");
        var again = sequential(input(2), new Twice(), dense(1)).weights(loadWeights(file));
        assertThat(again.predict(ones(1, 2)).isClose(net.predict(ones(1, 2)), 0))
                .isTrue();
    }
}
