package percolate;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import percolate.engine.Array;

/** One of the oracle's files. */
record Fixture(JsonObject json) {
    private static final Path RESOURCES = Path.of("src/test/resources");
    private static final Gson GSON = new Gson();

    /** @param file below the resources, without its ending: {@code trainings/severalOutputs} */
    static Fixture read(String file) {
        try {
            return new Fixture(GSON.fromJson(Files.readString(RESOURCES.resolve(file + ".json")), JsonObject.class));
        } catch (IOException e) {
            throw new IllegalStateException(file + ": run make_fixtures.py", e);
        }
    }

    Tensor tensor(String key) {
        return tensor(json.getAsJsonObject(key));
    }

    private static Tensor tensor(JsonObject tensor) {
        var shape = Shape.of(GSON.fromJson(tensor.get("shape"), int[].class));
        return new Tensor(
                tensor.get("dtype").getAsString().equals("int64")
                        ? Array.of(GSON.fromJson(tensor.get("values"), long[].class), shape)
                        : Array.of(GSON.fromJson(tensor.get("values"), float[].class), shape));
    }

    Map<String, Tensor> tensors(String key) {
        var named = new LinkedHashMap<String, Tensor>();
        json.getAsJsonObject(key)
                .entrySet()
                .forEach(e -> named.put(e.getKey(), tensor(e.getValue().getAsJsonObject())));
        return named;
    }

    double number(String key) {
        return json.get(key).getAsDouble();
    }

    double[] numbers(String of, String key) {
        return GSON.fromJson(json.getAsJsonObject(of).get(key), double[].class);
    }
}
