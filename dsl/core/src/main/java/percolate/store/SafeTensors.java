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
import percolate.DType;
import percolate.Shape;
import percolate.Tensor;
import percolate.engine.Array;

/**
 * Named float32 tensors in the safetensors format: the length of a header as 8 bytes, the header in JSON, then the
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
            body.writeBytes(littleEndian(tensor));
            var entry = new JsonObject();
            entry.addProperty("dtype", "F32");
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

    private static byte[] littleEndian(Tensor tensor) {
        var values = tensor.toFloatArray();
        var bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    /** @throws RuntimeException if the bytes are not such a file */
    static Map<String, Tensor> read(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int length = Math.toIntExact(buffer.getLong());
        var json = new String(bytes, 8, length, StandardCharsets.UTF_8);
        var header = GSON.fromJson(json, JsonObject.class);
        var tensors = new LinkedHashMap<String, Tensor>();
        for (var name : header.keySet()) {
            var entry = header.getAsJsonObject(name);
            if (!entry.get("dtype").getAsString().equals("F32")) {
                throw new IllegalArgumentException(name + " is not float32");
            }
            var shape = Shape.of(GSON.fromJson(entry.get("shape"), int[].class));
            var offsets = GSON.fromJson(entry.get("data_offsets"), int[].class);
            var values = new float[Math.toIntExact(shape.elementCount())];
            if (offsets[1] - offsets[0] != DType.float32.bytes() * values.length) {
                throw new IllegalArgumentException(name + " has " + (offsets[1] - offsets[0]) + " bytes for " + shape);
            }
            buffer.slice(8 + length + offsets[0], offsets[1] - offsets[0])
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asFloatBuffer()
                    .get(values);
            tensors.put(name, new Tensor(Array.of(values, shape)));
        }
        return tensors;
    }
}
