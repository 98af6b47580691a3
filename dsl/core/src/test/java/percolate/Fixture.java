package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import percolate.engine.Array;

/** PyTorch's numbers as they lie in the resources; README.md of the oracle says what a file holds. */
public record Fixture(JsonObject parts) {
    private static final double TOLERANCE = 1e-5;
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Gson GSON = new Gson();

    static Fixture read(String folder, String file) {
        try {
            var path = RESOURCES.resolve(folder).resolve(file);
            return new Fixture(GSON.fromJson(Files.readString(path), JsonObject.class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of a folder, by name. */
    static List<String> files(String folder) throws IOException {
        try (var files = Files.list(RESOURCES.resolve(folder))) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    JsonObject config() {
        return parts.getAsJsonObject("config");
    }

    boolean is(String kind) {
        return parts.get("kind").getAsString().equals(kind);
    }

    String text(String key) {
        return config().get(key).getAsString();
    }

    Tensor tensor(String key) {
        return tensor(parts.getAsJsonObject(key));
    }

    Map<String, Tensor> tensors(String key) {
        return tensors(parts.getAsJsonObject(key));
    }

    double number(String key) {
        return parts.get(key).getAsDouble();
    }

    double[] numbers(String of, String key) {
        return GSON.fromJson(parts.getAsJsonObject(of).get(key), double[].class);
    }

    static Map<String, Tensor> tensors(JsonObject named) {
        var tensors = new LinkedHashMap<String, Tensor>();
        named.entrySet()
                .forEach(e -> tensors.put(e.getKey(), tensor(e.getValue().getAsJsonObject())));
        return tensors;
    }

    public static Tensor tensor(JsonObject t) {
        var shape = Shape.of(GSON.fromJson(t.get("shape"), int[].class));
        return new Tensor(
                t.get("dtype").getAsString().equals("int64")
                        ? Array.of(GSON.fromJson(t.get("values"), long[].class), shape)
                        : Array.of(GSON.fromJson(t.get("values"), float[].class), shape));
    }

    /** What {@link #tensor} reads. */
    public static JsonObject json(Tensor t) {
        var json = new JsonObject();
        json.add("shape", GSON.toJsonTree(t.shape().sizes()));
        json.addProperty("dtype", t.dtype().toString());
        json.add("values", GSON.toJsonTree(t.dtype().isFloating() ? t.toFloatArray() : t.toLongArray()));
        return json;
    }

    /** Up to 10⁻⁵ of the largest entry. */
    static void assertClose(Tensor found, Tensor expected, String what) {
        assertThat(found.shape()).as(what).isEqualTo(expected.shape());
        double[] theirs = expected.toDoubleArray();
        double largest = Arrays.stream(theirs).map(Math::abs).max().orElse(0);
        double[] mine = found.toDoubleArray();
        for (int i = 0; i < mine.length; i++) {
            assertThat(mine[i]).as(what + " " + i).isCloseTo(theirs[i], within(Math.max(largest, 1e-3) * TOLERANCE));
        }
    }
}
