package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Fixture.assertClose;
import static percolate.Fixture.tensors;
import static percolate.Percolate.*;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import percolate.program.OneByOne;

/**
 * Attention, transformers, recurrent layers with states and masks against PyTorch's numbers, as one program and step by
 * step. Tolerance: 10⁻⁵ of the largest entry of each tensor.
 */
@Isolated
class AttentionOracleTest {
    private static final Map<String, Layer> LAYERS = Stream.of(
                    dotAttention(),
                    dotAttention().unscaled(),
                    dotAttention().causal(),
                    additiveAttention(5),
                    additiveAttention(5).heads(2),
                    additiveAttention(5).masked(),
                    multiHeadAttention(2),
                    multiHeadAttention(2).withBias(false),
                    multiHeadAttention(2).causal(),
                    multiHeadAttention(2).causal().masked(),
                    multiHeadAttention(2).masked(),
                    transformerEncoder(2, 6),
                    transformerEncoder(2, 6).causal(),
                    transformerEncoder(2, 6).masked(),
                    transformerDecoder(2, 6),
                    transformerDecoder(2, 6).causal().masked(),
                    transformerDecoder(2, 6).causal().preNorm(),
                    gru(4).returnSequences(),
                    lstm(4).returnSequences(),
                    gru(4).masked(),
                    lstm(4).masked())
            .collect(Collectors.toMap(Layer::toString, Function.identity()));

    @AfterEach
    void together() {
        OneByOne.force(false);
    }

    static Stream<Arguments> cases() throws IOException {
        return Fixture.files("attention").stream()
                .flatMap(n -> Stream.of(Arguments.of(n, false), Arguments.of(n, true)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void outputsAndGradientsArePyTorchs(String file, boolean stepwise) {
        OneByOne.force(stepwise);
        var fixture = Fixture.read("attention", file).parts();
        var values = tensors(fixture.getAsJsonObject("inputs"));
        var net = model(fixture.getAsJsonObject("config").get("layer").getAsString(), values.values());
        net.weights(tensors(fixture.getAsJsonObject("weights")));
        assertThat(net.parameterNames())
                .containsExactlyInAnyOrderElementsOf(
                        fixture.getAsJsonObject("weights").keySet());
        var inputs = values.values().stream().map(Percolate::parameter).toArray(Tensor[]::new);
        assertClose(net.predict(inputs), Fixture.tensor(fixture.getAsJsonObject("output")), "output");
        var cotangent = Fixture.tensor(fixture.getAsJsonObject("cotangent"));
        var all = new ArrayList<Parameters>(List.of(net));
        all.addAll(List.of(inputs).subList(0, learned(fixture)));
        var found = gradients(() -> net.eval().apply(inputs).times(cotangent).sum(), all.toArray(Parameters[]::new));
        tensors(fixture.getAsJsonObject("gradients"))
                .forEach((name, expected) -> assertClose(
                        name.matches("input\\d") ? found.of(inputs[name.charAt(5) - '1']) : found.of(name),
                        expected,
                        "gradient of " + name));
    }

    /** How many inputs have a gradient; a mask has none. */
    private static int learned(JsonObject fixture) {
        return (int) fixture.getAsJsonObject("gradients").keySet().stream()
                .filter(name -> name.startsWith("input"))
                .count();
    }

    private static Model model(String layer, Iterable<Tensor> values) {
        var inputs = new ArrayList<Node>();
        for (var x : values) {
            boolean sequence = x.shape().rank() == 3 || x.shape().get(1) == 5;
            inputs.add(input((sequence ? x.shape().with(1, TIME) : x.shape())
                    .dropFirst(1)
                    .toArray()));
        }
        var more = inputs.subList(1, inputs.size()).toArray(Node[]::new);
        return Percolate.model(inputs, behind(layer, inputs.get(0), more));
    }

    private static Node behind(String layer, Node first, Node... more) {
        return switch (layer) {
            case "unpool2d(2)" -> {
                var pooled = first.then(maxPool2d(2).withIndices());
                yield pooled.then(unpool2d(2).to(5, 4), pooled.indices());
            }
            case "bidirectional(gru(4)).masked()" ->
                first.then(bidirectional(gru(4)).masked(), more);
            case "transformerEncoder(2, 6).preNorm().gelu()" ->
                first.then(transformerEncoder(2, 6).preNorm().gelu(), more);
            default -> first.then(LAYERS.get(layer), more);
        };
    }
}
