package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Fixture.assertClose;
import static percolate.Fixture.tensor;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.google.gson.reflect.TypeToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import percolate.engine.Array;
import percolate.engine.NativeProgram.Arguments;
import percolate.model.Activated;
import percolate.model.Attributes;
import percolate.model.Kinds;
import percolate.program.GradientProgram;
import percolate.program.Roles;
import percolate.program.Scoring;

/**
 * Every layer, activation, loss, optimizer and a few models against PyTorch's numbers, which lie in the resources together
 * with the script that made them. Tolerance: 10⁻⁵ of the largest entry of each tensor.
 */
class OracleTest {
    private static final double TOLERANCE = 1e-5;
    private static final Gson GSON = new Gson();

    static Stream<String> cases() throws IOException {
        return Fixture.files("oracle").stream().map(file -> file.replace(".json", ""));
    }

    static Stream<String> steps() throws IOException {
        return cases().filter(name -> kind(name).equals("optimizer"));
    }

    static Stream<String> losses() throws IOException {
        return cases().filter(name -> kind(name).equals("loss")).filter(name -> read(name)
                .getAsJsonObject("config")
                .getAsJsonArray("layers")
                .isEmpty());
    }

    static Stream<String> models() throws IOException {
        return cases().filter(name -> read(name).has("accuracy"));
    }

    static Stream<String> forwards() throws IOException {
        return cases().filter(name -> !List.of("optimizer", "batchNorm").contains(kind(name)));
    }

    static Stream<String> batchNorms() throws IOException {
        return cases().filter(name -> kind(name).equals("batchNorm"));
    }

    private static String kind(String name) {
        return read(name).get("kind").getAsString();
    }

    @ParameterizedTest
    @MethodSource("forwards")
    void forwardLossAndGradientsArePyTorchs(String name) {
        var fixture = read(name);
        var net = network(fixture);
        var x = tensor(fixture.getAsJsonObject("input"));
        assertClose(net.predict(x), tensor(fixture.getAsJsonObject("output")), "output");
        // The fixtures' dropout is switched off, in the gradients too.
        var still = net.graph()
                .layers()
                .map(l -> l.isRandom() ? Percolate.dropout(0) : l)
                .toList();
        net = Percolate.sequential(
                        Percolate.input(net.graph().input().toArray())
                                .to(net.graph().dtype()),
                        still)
                .weights(net.weights());

        var y = fixture.has("cotangent") ? fixture.getAsJsonObject("cotangent") : fixture.getAsJsonObject("target");
        var loss = fixture.has("cotangent") ? new WeightedSum() : loss(fixture);
        var targets = loss.prepare(net.outputShape(), tensor(y));
        var scoring = new Scoring(net.outputShape(), targets.shape().dropFirst(1), targets.dtype());
        var found = GradientProgram.load(net.graph(), loss, scoring)
                .run(
                        true,
                        Roles.of(net.graph())
                                .add(new Arguments(), net.arrays())
                                .add(x.array())
                                .add(targets.array()));
        double expected = fixture.get("loss").getAsDouble();
        assertThat((double) new Tensor(found.get(0)).item())
                .isCloseTo(expected, within(Math.max(1, Math.abs(expected)) * TOLERANCE));
        assertGradients(fixture.getAsJsonObject("gradients"), net, found);
    }

    @ParameterizedTest
    @MethodSource("batchNorms")
    void batchesAreNormalisedAndRunningValuesKeptAsPyTorchs(String name) {
        var fixture = read(name);
        var net = network(fixture);
        var x = tensor(fixture.getAsJsonObject("input"));
        assertClose(net.predict(x), tensor(fixture.getAsJsonObject("output")), "output");
        var cotangent = tensor(fixture.getAsJsonObject("cotangent"));
        var still = net.copy();
        var found = Percolate.gradients(() -> still.apply(x).times(cotangent).sum(), still, x);
        fixture.getAsJsonObject("gradients").entrySet().forEach(e -> {
            var mine = e.getKey().equals("input") ? found.of(x) : found.of("batchNorm1." + e.getKey());
            assertClose(mine, tensor(e.getValue().getAsJsonObject()), "gradient of " + e.getKey());
        });
        for (var after : fixture.getAsJsonObject("after").entrySet()) {
            assertClose(net.training().apply(x), tensor(fixture.getAsJsonObject("training")), "training");
            after.getValue()
                    .getAsJsonObject()
                    .entrySet()
                    .forEach(e -> assertClose(
                            net.weight("batchNorm1." + e.getKey().replace("batchNorm1.", "")),
                            tensor(e.getValue().getAsJsonObject()),
                            e.getKey() + " after " + after.getKey()));
        }
    }

    private static void assertGradients(JsonObject expected, Model net, List<Array> found) {
        var keys = new ArrayList<>(net.parameterNames());
        var gradients = weights(expected);
        assertThat(gradients.keySet()).containsAll(keys);
        gradients.forEach((key, gradient) -> {
            int at = key.equals("input") ? keys.size() : keys.indexOf(key);
            assertClose(new Tensor(found.get(at + 1)), gradient, "gradient of " + key);
        });
    }

    @ParameterizedTest
    @MethodSource("losses")
    void lossesByHandArePyTorchs(String name) {
        var fixture = read(name);
        var x = Percolate.parameter(tensor(fixture.getAsJsonObject("input")));
        var y = tensor(fixture.getAsJsonObject("target"));
        var found = Percolate.gradients(() -> loss(fixture).of(x, y), x);
        double expected = fixture.get("loss").getAsDouble();
        assertThat((double) found.loss()).isCloseTo(expected, within(Math.max(1, Math.abs(expected)) * TOLERANCE));
        assertClose(found.of(x), tensor(fixture.getAsJsonObject("gradients").getAsJsonObject("input")), "gradient");
    }

    @ParameterizedTest
    @MethodSource("steps")
    void optimizersStepAsPyTorchs(String name) {
        var fixture = read(name);
        var x = tensor(fixture.getAsJsonObject("input"));
        var data = Percolate.dataset(x, tensor(fixture.getAsJsonObject("target")));
        for (var after : fixture.getAsJsonObject("after").entrySet()) {
            var net = network(fixture);
            int steps = Integer.parseInt(after.getKey());
            var run = net.train(data)
                    .loss(loss(fixture))
                    .optimizer(optimizer(fixture))
                    .batch(data.size())
                    .epochs(steps)
                    .quiet()
                    .fit();
            for (int i = 0; i < steps; i++) {
                double expected = fixture.getAsJsonArray("losses").get(i).getAsDouble();
                assertThat(run.history().get(i).loss()).isCloseTo(expected, within(expected * TOLERANCE));
            }
            weights(after.getValue().getAsJsonObject())
                    .forEach((key, expected) -> assertClose(net.weight(key), expected, key));
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void accuracyIsPyTorchs(String name) {
        var fixture = read(name);
        var data =
                Percolate.dataset(tensor(fixture.getAsJsonObject("input")), tensor(fixture.getAsJsonObject("target")));
        assertThat(network(fixture).evaluate(data, Percolate.accuracy()).accuracy())
                .isCloseTo(fixture.get("accuracy").getAsDouble(), within(1e-9));
    }

    private static JsonObject read(String name) {
        return Fixture.read("oracle", name + ".json").parts();
    }

    private static Model network(JsonObject fixture) {
        var config = fixture.getAsJsonObject("config");
        var layers = new ArrayList<Layer>();
        config.getAsJsonArray("layers").forEach(l -> layers.add(layer(l.getAsJsonObject())));
        var input = Percolate.input(GSON.fromJson(config.get("inputShape"), int[].class));
        if (layers.isEmpty()) {
            layers.add(Percolate.reshape(input.shape().toArray()));
        }
        return Percolate.sequential(input, layers).weights(weights(fixture.getAsJsonObject("weights")));
    }

    /** PyTorch's weights under our names; where it has W [out, in] for x·Wᵀ, ours is [in, out] for x·W. */
    private static Map<String, Tensor> weights(JsonObject theirs) {
        var weights = new LinkedHashMap<String, Tensor>();
        theirs.entrySet().forEach(e -> {
            var value = tensor(e.getValue().getAsJsonObject());
            boolean transposed = e.getKey().matches("dense\\d+\\.weight|.+\\.\\w*[wW]eight(Input|Recurrent)\\d?");
            weights.put(ours(e.getKey()), transposed ? value.t() : value);
        });
        return weights;
    }

    private static String ours(String key) {
        return key.replace("weightInput", "input")
                .replace("WeightInput", "Input")
                .replace("weightRecurrent", "recurrent")
                .replace("WeightRecurrent", "Recurrent")
                .replace("biasInput", "bias")
                .replace("BiasInput", "Bias")
                .replace("biasRecurrent", "recurrentBias")
                .replace("BiasRecurrent", "RecurrentBias");
    }

    private static Layer layer(JsonObject l) {
        return switch (l.get("type").getAsString()) {
            case "dense" -> Percolate.dense(integer(l, "units", 0)).withBias(flag(l, "bias", true));
            case "conv2d" -> l.has("filters") ? asDescribed(l) : convolution(l);
            case "maxPool2d" ->
                l.has("size")
                        ? asDescribed(l)
                        : Percolate.maxPool2d(integer(l, "kernel", 0))
                                .stride(integer(l, "stride", integer(l, "kernel", 0)));
            case "avgPool2d" -> l.has("size") ? asDescribed(l) : Percolate.avgPool2d(integer(l, "kernel", 0));
            case "reshape" -> Percolate.reshape(GSON.fromJson(l.get("shape"), int[].class));
            case "dropout" -> Percolate.dropout(l.get("part").getAsDouble());
            case "embedding" -> Percolate.embedding(integer(l, "words", 0), integer(l, "width", 0));
            case "leakyRelu" -> Percolate.leakyRelu(l.get("slope").getAsDouble());
            default -> asDescribed(l);
        };
    }

    /** A layer whose fixture has the DSL's own options. */
    private static Layer asDescribed(JsonObject l) {
        var options = new LinkedHashMap<String, Object>(GSON.fromJson(l, new TypeToken<Map<String, Object>>() {}));
        var kind = String.valueOf(options.remove("type"));
        if (options.containsKey("returnSequences")) {
            options.put("sequences", options.remove("returnSequences"));
        }
        var layer = Kinds.layer(Attributes.of(kind).with(options));
        return layer instanceof Activated ? new Activated(kind) : layer;
    }

    private static Layer convolution(JsonObject l) {
        var layer = Percolate.conv2d(integer(l, "channels", 0), integer(l, "kernel", 0))
                .stride(integer(l, "stride", 1))
                .withBias(flag(l, "bias", true));
        return flag(l, "same", false) ? layer.same() : layer.padding(integer(l, "padding", 0));
    }

    private static int integer(JsonObject l, String key, int otherwise) {
        return l.has(key) ? l.get(key).getAsInt() : otherwise;
    }

    private static boolean flag(JsonObject l, String key, boolean otherwise) {
        return l.has(key) ? l.get(key).getAsBoolean() : otherwise;
    }

    private static Loss loss(JsonObject fixture) {
        return Written.loss(fixture.getAsJsonObject("config").get("loss").getAsString());
    }

    private static Optimizer optimizer(JsonObject fixture) {
        var config = fixture.getAsJsonObject("config").getAsJsonObject("optimizer");
        if (config.has("written")) {
            return Written.optimizer(config.get("written").getAsString());
        }
        double rate = config.get("rate").getAsDouble();
        if (config.get("type").getAsString().equals("adam")) {
            var adam = Percolate.adam(rate);
            adam = config.has("weightDecay")
                    ? adam.weightDecay(config.get("weightDecay").getAsDouble())
                    : adam;
            return config.has("clipNorm") ? adam.clipNorm(config.get("clipNorm").getAsDouble()) : adam;
        }
        var sgd = Percolate.sgd(rate);
        sgd = config.has("momentum") ? sgd.momentum(config.get("momentum").getAsDouble()) : sgd;
        sgd = flag(config, "nesterov", false) ? sgd.nesterov() : sgd;
        sgd = config.has("weightDecay")
                ? sgd.weightDecay(config.get("weightDecay").getAsDouble())
                : sgd;
        return config.has("clipNorm") ? sgd.clipNorm(config.get("clipNorm").getAsDouble()) : sgd;
    }

    /** Σ o·y, so that the gradient that enters the layer from above is y. */
    private static final class WeightedSum implements Loss {
        @Override
        public boolean isOwn() {
            return false;
        }

        @Override
        public Tensor of(Tensor prediction, Tensor target) {
            return prediction.times(target).sum();
        }

        @Override
        public String name() {
            return "weightedSum";
        }

        @Override
        public Tensor prepare(Shape output, Tensor targets) {
            return targets;
        }

        @Override
        public String write(Scoring scoring) {
            return "torch.sum(torch.mul(o, y), dtype=None)";
        }
    }
}
