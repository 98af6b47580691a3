package percolate.oracle;

import static percolate.Percolate.*;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import percolate.Loss;
import percolate.Percolate;
import percolate.Tensor;

/** One case that PyTorch computed; {@code src/test/oracle/README.md} says what it holds. */
record Fixture(String name, JsonObject json) {
    /** All cases of some kinds. */
    static Stream<Fixture> of(String... kinds) {
        return files().map(Fixture::read).filter(f -> List.of(kinds).contains(f.text("kind")));
    }

    private static Stream<Path> files() {
        try (var files = Files.list(Path.of(Fixture.class.getResource("/oracle").toURI()))) {
            return files.sorted().toList().stream();
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("oracle: its folder cannot be listed", e);
        }
    }

    private static Fixture read(Path file) {
        try {
            var json = JsonParser.parseString(Files.readString(file)).getAsJsonObject();
            return new Fixture(file.getFileName().toString().replace(".json", ""), json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    JsonObject config() {
        return json.getAsJsonObject("config");
    }

    int[] inputShape() {
        return integers(config().get("inputShape"));
    }

    /** The loss that the case names. */
    Loss loss() {
        return config().get("loss").getAsString().equals("mse") ? mse() : crossEntropy();
    }

    Tensor tensor(String key) {
        return tensor(json.getAsJsonObject(key));
    }

    /** The numbers under a key: a tensor, or one number as a scalar. */
    Tensor numbers(String key) {
        return json.get(key).isJsonObject()
                ? tensor(key)
                : Percolate.tensor(json.get(key).getAsDouble());
    }

    boolean has(String key) {
        return json.has(key);
    }

    /** The tensors below a path of keys, by name. */
    Map<String, Tensor> tensors(String... path) {
        var at = json;
        for (var key : path) {
            at = at.getAsJsonObject(key);
        }
        var tensors = new LinkedHashMap<String, Tensor>();
        at.entrySet().forEach(e -> tensors.put(e.getKey(), tensor(e.getValue().getAsJsonObject())));
        return tensors;
    }

    private String text(String key) {
        return json.get(key).getAsString();
    }

    private static Tensor tensor(JsonObject described) {
        var values = described.getAsJsonArray("values").asList();
        var flat = described.get("dtype").getAsString().equals("int64")
                ? Percolate.tensor(
                        values.stream().mapToLong(JsonElement::getAsLong).toArray())
                : Percolate.tensor(floats(values));
        return flat.reshape(integers(described.get("shape")));
    }

    private static float[] floats(List<JsonElement> values) {
        var floats = new float[values.size()];
        IntStream.range(0, floats.length).forEach(i -> floats[i] = values.get(i).getAsFloat());
        return floats;
    }

    static int[] integers(JsonElement array) {
        return array.getAsJsonArray().asList().stream()
                .mapToInt(JsonElement::getAsInt)
                .toArray();
    }

    @Override
    public String toString() {
        return name;
    }
}
