package percolate.program;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.*;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import percolate.Shape;
import percolate.Tensor;
import percolate.engine.Array;

/** Batch normalisation in use and in training against PyTorch, to 10⁻⁵. */
class BatchNormTest {
    private static final Gson GSON = new Gson();

    private static JsonObject fixture(String name) throws IOException {
        return GSON.fromJson(
                Files.readString(Path.of("src/test/resources/oracle/" + name + ".json")), JsonObject.class);
    }

    private static Tensor tensor(JsonObject holder, String name) {
        var t = holder.getAsJsonObject(name);
        return new Tensor(Array.of(
                GSON.fromJson(t.get("values"), float[].class), Shape.of(GSON.fromJson(t.get("shape"), int[].class))));
    }

    private static List<Array> weights(JsonObject fixture) {
        var weights = fixture.getAsJsonObject("weights");
        return List.of("weight", "bias", "runningMean", "runningVariance").stream()
                .map(name -> tensor(weights, "batchNorm1." + name).array().copy())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {"batchNorm", "batchNorm-image", "batchNorm-sequence"})
    void normalisesAndFollowsTheBatchesAsPyTorch(String name) throws IOException {
        var fixture = fixture(name);
        var x = tensor(fixture, "input");
        var shape = x.shape().dropFirst(1);
        var layer = batchNorm().momentum(0.2);
        var used = new LayerProgram(layer, shape, false, false).run(weights(fixture), x);
        assertThat(used.get("result").isClose(tensor(fixture, "output"), 1e-4)).isTrue();

        var weights = weights(fixture);
        var training = new LayerProgram(layer, shape, true, false);
        for (var step : List.of("1", "2")) {
            var result = training.run(weights, x).get("result");
            assertThat(result.isClose(tensor(fixture, "training"), 1e-5)).isTrue();
            var running = fixture.getAsJsonObject("after").getAsJsonObject(step);
            var mean = new Tensor(weights.get(2));
            var variance = new Tensor(weights.get(3));
            assertThat(mean.isClose(tensor(running, "runningMean"), 1e-5)).isTrue();
            assertThat(variance.isClose(tensor(running, "runningVariance"), 1e-5))
                    .isTrue();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"batchNorm", "batchNorm-image", "batchNorm-sequence"})
    void itsGradientsArePyTorchs(String name) throws IOException {
        var fixture = fixture(name);
        var x = tensor(fixture, "input");
        var weights = weights(fixture);
        weights.subList(0, 2).forEach(Array::requireGradient);
        var layer = batchNorm().momentum(0.2);
        var program = new LayerProgram(layer, x.shape().dropFirst(1), true, false);
        var found = program.gradients(weights, 2, x, tensor(fixture, "cotangent"));
        var expected = fixture.getAsJsonObject("gradients");
        var parts = List.of("input", "weight", "bias");
        for (int i = 0; i < parts.size(); i++) {
            var theirs = tensor(expected, parts.get(i));
            assertThat(found.get(i).isClose(theirs, 1e-4)).as(parts.get(i)).isTrue();
        }
    }
}
