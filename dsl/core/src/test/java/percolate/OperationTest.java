package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.*;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import percolate.engine.Array;

/**
 * Tensor operations and their gradients against PyTorch's numbers, which lie in the resources together with the script
 * that made them. Tolerance: 10⁻⁵ of the largest entry of each tensor.
 */
class OperationTest {
    private static final double TOLERANCE = 1e-5;
    private static final Path FIXTURES = Path.of("src/test/resources/operations");
    private static final Gson GSON = new Gson();

    private static final Map<String, UnaryOperator<Tensor>> UNARY = Map.ofEntries(
            Map.entry("exp", Tensor::exp),
            Map.entry("sin", Tensor::sin),
            Map.entry("cos", Tensor::cos),
            Map.entry("abs", Tensor::abs),
            Map.entry("tanh", Tensor::tanh),
            Map.entry("sigmoid", Tensor::sigmoid),
            Map.entry("relu", Tensor::relu),
            Map.entry("gelu", Tensor::gelu),
            Map.entry("swish", Tensor::swish),
            Map.entry("softplus", Tensor::softplus),
            Map.entry("square", Tensor::square),
            Map.entry("leakyRelu", a -> a.leakyRelu(0.2)),
            Map.entry("clamp", a -> a.clamp(-0.5, 1)),
            Map.entry("sign", Tensor::sign),
            Map.entry("cumsum0", a -> a.cumsum(0)),
            Map.entry("sum", Tensor::sum),
            Map.entry("mean", Tensor::mean),
            Map.entry("var", Tensor::var),
            Map.entry("std", Tensor::std),
            Map.entry("norm", Tensor::norm),
            Map.entry("max", Tensor::max),
            Map.entry("min", Tensor::min),
            Map.entry("softmax", a -> a.softmax(-1)),
            Map.entry("logSoftmax", a -> a.logSoftmax(-1)),
            Map.entry("sortLast", Tensor::sort),
            Map.entry("topK2", a -> a.topK(2)),
            Map.entry("last", a -> a.get("..., -1")),
            Map.entry("everySecond", a -> a.get("::2")),
            Map.entry("backwards", a -> a.get("::-1")),
            Map.entry("repeat2", a -> a.repeat(2)),
            Map.entry("sum02", a -> a.sum(0, 2)),
            Map.entry("mean12", a -> a.mean(1, 2)),
            Map.entry("var1", a -> a.var(1)),
            Map.entry("std02", a -> a.std(0, 2)),
            Map.entry("max12", a -> a.max(1, 2)),
            Map.entry("min02", a -> a.min(0, 2)),
            Map.entry("norm12", a -> a.norm(1, 2)),
            Map.entry("maxKeep", a -> a.max(1, true)),
            Map.entry("meanKeep", a -> a.mean(1, true)),
            Map.entry("middle", a -> a.get(":, 1:3, 0")),
            Map.entry("t", Tensor::t),
            Map.entry("maxPool2d", a -> a.maxPool2d(2)));

    private static final Map<String, BinaryOperator<Tensor>> BINARY = Map.ofEntries(
            Map.entry("plus", Tensor::plus),
            Map.entry("minus", Tensor::minus),
            Map.entry("times", Tensor::times),
            Map.entry("div", Tensor::div),
            Map.entry("maximum", Tensor::maximum),
            Map.entry("minimum", Tensor::minimum),
            Map.entry("rem", Tensor::rem),
            Map.entry("mm", Tensor::mm),
            Map.entry("mm-batches", Tensor::mm),
            Map.entry("cdist", Percolate::cdist),
            Map.entry("conv2d", Tensor::conv2d),
            Map.entry("conv2d-stride-padding", (a, b) -> a.conv2d(b, 2, 1)));

    static Stream<String> cases() throws IOException {
        try (var files = Files.list(FIXTURES)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void resultsAndGradientsArePyTorchs(String file) throws IOException {
        var fixture = GSON.fromJson(Files.readString(FIXTURES.resolve(file)), JsonObject.class);
        var name = fixture.getAsJsonObject("config").get("operation").getAsString();
        var operands = fixture.getAsJsonObject("operands");
        var a = parameter(read(operands.getAsJsonObject("a")));
        var b = operands.has("b") ? parameter(read(operands.getAsJsonObject("b"))) : null;
        var output = b == null ? UNARY.get(name).apply(a) : BINARY.get(name).apply(a, b);
        assertClose(output, fixture.getAsJsonObject("output"), "output");
        var loss = output.times(read(fixture.getAsJsonObject("cotangent"))).sum();
        var found = b == null ? gradients(loss, a) : gradients(loss, a, b);
        var expected = fixture.getAsJsonObject("gradients");
        assertClose(found.of(a), expected.getAsJsonObject("a"), "gradient by a");
        if (b != null) {
            assertClose(found.of(b), expected.getAsJsonObject("b"), "gradient by b");
        }
    }

    private static Tensor read(JsonObject t) {
        var shape = Shape.of(GSON.fromJson(t.get("shape"), int[].class));
        return new Tensor(Array.of(GSON.fromJson(t.get("values"), float[].class), shape));
    }

    private static void assertClose(Tensor found, JsonObject fixture, String what) {
        var expected = read(fixture);
        assertThat(found.shape()).as(what).isEqualTo(expected.shape());
        double[] theirs = expected.toDoubleArray();
        double largest = Arrays.stream(theirs).map(Math::abs).max().orElse(0);
        double[] mine = found.toDoubleArray();
        for (int i = 0; i < mine.length; i++) {
            assertThat(mine[i]).as(what + " " + i).isCloseTo(theirs[i], within(Math.max(largest, 1e-3) * TOLERANCE));
        }
    }
}
