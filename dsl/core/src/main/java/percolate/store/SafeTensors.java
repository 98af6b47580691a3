package percolate.store;

import com.google.gson.Gson;
import com.google.gson.JsonObject;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import percolate.Shape;
import percolate.Tensor;

/**
 * Named tensors in the safetensors format: the length of a header as 8 bytes, the header in JSON, then the
 * elements, all little-endian.
 *
 * @see <a href="https://github.com/huggingface/safetensors">the format</a>
 */
final class SafeTensors {
    private static final Gson GSON = new Gson();

    private SafeTensors() {}

    static byte[] write(Map<String, Tensor> tensors) {
        var header = new JsonObject();
        var body = new ByteArrayOutputStream();
        tensors.forEach((name, tensor) -> {
            int from = body.size();
            body.writeBytes(Elements.write(tensor));
            var entry = new JsonObject();
            entry.addProperty("dtype", Elements.of(tensor.dtype()).name());
            entry.add("shape", GSON.toJsonTree(tensor.shape().sizes()));
            entry.add("data_offsets", GSON.toJsonTree(List.of(from, body.size())));
            header.add(name, entry);
        });
        var json = GSON.toJson(header).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length + body.size())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .put(body.toByteArray())
                .array();
    }

    /** @throws IllegalArgumentException if the bytes are not such a file */
    static Map<String, Tensor> read(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        long length = bytes.length < 8 ? -1 : buffer.getLong();
        if (length < 0 || length > bytes.length - 8) {
            throw new IllegalArgumentException("expected a header of up to " + bytes.length + " bytes, got " + length);
        }
        var header = GSON.fromJson(new String(bytes, 8, (int) length, StandardCharsets.UTF_8), JsonObject.class);
        var body =
                buffer.slice(8 + (int) length, bytes.length - 8 - (int) length).order(ByteOrder.LITTLE_ENDIAN);
        var tensors = new LinkedHashMap<String, Tensor>();
        header.remove("__metadata__");
        header.keySet().forEach(name -> tensors.put(name, tensor(name, header.getAsJsonObject(name), body)));
        return tensors;
    }

    private static Tensor tensor(String name, JsonObject entry, ByteBuffer body) {
        var shape = Shape.of(GSON.fromJson(entry.get("shape"), int[].class));
        var elements = Elements.named(entry.get("dtype").getAsString());
        var offsets = GSON.fromJson(entry.get("data_offsets"), int[].class);
        // Nothing is allocated before the file is known to hold as much.
        boolean fits = offsets.length == 2
                && offsets[0] >= 0
                && offsets[1] <= body.capacity()
                && (long) elements.bytes() * shape.length() == (long) offsets[1] - offsets[0];
        if (!fits) {
            throw new IllegalArgumentException(
                    name + " is not the " + elements + " tensor " + shape + " it is said to be");
        }
        return elements.read(body.slice(offsets[0], offsets[1] - offsets[0]), shape, i -> i);
    }
}
