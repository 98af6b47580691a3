package percolate.engine;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import percolate.Shape;

/**
 * A program together with its weights as a TorchScript archive, which {@code torch.jit.load} of Python opens: the weights
 * are attributes of the module, pickled as PyTorch does, their elements in entries of their own.
 *
 * @param methods the class body: methods that name the weights {@code self.…}
 * @param weights float32, by attribute
 */
public record ScriptModule(String methods, Map<String, Array> weights) {
    private static final String CLASS =
            "class Ops(Module):\n  __parameters__ = []\n  __buffers__ = []\n  training : bool\n";

    /** The archive. */
    public byte[] bytes() {
        var code = new StringBuilder(CLASS);
        weights.keySet().forEach(name -> code.append("  ").append(name).append(" : Tensor\n"));
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put("ops/data.pkl", module());
        entries.put("ops/code/__torch__.py", code.append(methods).toString().getBytes(StandardCharsets.UTF_8));
        int number = 0;
        for (var array : weights.values()) {
            entries.put("ops/data/" + number++, elements(array));
        }
        entries.put("ops/constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
        entries.put("ops/version", "3\n".getBytes(StandardCharsets.US_ASCII));
        return StoredZip.of(entries);
    }

    private static byte[] elements(Array array) {
        var values = array.toFloats();
        var bytes = ByteBuffer.allocate(values.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }

    /** Pickle, protocol 2: an instance of {@code __torch__.Ops} with the weights as its state. */
    private byte[] module() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x80, 2});
        global(out, "__torch__", "Ops");
        out.writeBytes(new byte[] {')', (byte) 0x81, '}'});
        text(out, "training");
        out.writeBytes(new byte[] {(byte) 0x89, 's'});
        int number = 0;
        for (var weight : weights.entrySet()) {
            text(out, weight.getKey());
            tensor(out, number++, weight.getValue().shape());
            out.write('s');
        }
        out.writeBytes(new byte[] {'b', '.'});
        return out.toByteArray();
    }

    /** {@code _rebuild_tensor_v2(storage, 0, sizes, strides, False, OrderedDict())}. */
    private static void tensor(ByteArrayOutputStream out, int number, Shape shape) {
        global(out, "torch._utils", "_rebuild_tensor_v2");
        out.writeBytes(new byte[] {'(', '('});
        text(out, "storage");
        global(out, "torch", "FloatStorage");
        text(out, String.valueOf(number));
        text(out, "cpu");
        integer(out, shape.length());
        out.writeBytes(new byte[] {'t', 'Q'});
        integer(out, 0);
        out.write('(');
        shape.sizes().forEach(size -> integer(out, size));
        out.writeBytes(new byte[] {'t', '('});
        for (int axis = 0; axis < shape.rank(); axis++) {
            integer(out, shape.dropFirst(axis + 1).length());
        }
        out.writeBytes(new byte[] {'t', (byte) 0x89});
        global(out, "collections", "OrderedDict");
        out.writeBytes(new byte[] {')', 'R', 't', 'R'});
    }

    private static void global(ByteArrayOutputStream out, String module, String name) {
        out.writeBytes(("c" + module + "\n" + name + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static void text(ByteArrayOutputStream out, String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.write('X');
        out.writeBytes(little(bytes.length));
        out.writeBytes(bytes);
    }

    private static void integer(ByteArrayOutputStream out, int value) {
        out.write('J');
        out.writeBytes(little(value));
    }

    private static byte[] little(int value) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(value)
                .array();
    }
}
