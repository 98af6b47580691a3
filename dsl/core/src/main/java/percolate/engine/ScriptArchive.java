package percolate.engine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;

/** Program text as a TorchScript archive: a zip of stored entries around a pickled module without state. */
record ScriptArchive(String methods) {
    private static final String HEADER =
            "class Ops(Module):\n  __parameters__ = []\n  __buffers__ = []\n  training : bool\n";

    InputStream open() {
        return new ByteArrayInputStream(bytes());
    }

    private byte[] bytes() {
        var contents = new LinkedHashMap<String, byte[]>();
        contents.put("ops/data.pkl", module());
        contents.put("ops/code/__torch__.py", (HEADER + methods).getBytes(StandardCharsets.UTF_8));
        contents.put("ops/constants.pkl", new byte[] {(byte) 0x80, 2, ')', '.'});
        contents.put("ops/version", "3\n".getBytes(StandardCharsets.US_ASCII));
        return StoredZip.of(contents);
    }

    /** Pickle, protocol 2: an instance of {@code __torch__.Ops} whose state is {@code {"training": True}}. */
    private static byte[] module() {
        var out = new ByteArrayOutputStream();
        out.writeBytes(new byte[] {(byte) 0x80, 2, 'c'});
        out.writeBytes("__torch__\nOps\n".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[] {')', (byte) 0x81, '}', 'X', 8, 0, 0, 0});
        out.writeBytes("training".getBytes(StandardCharsets.US_ASCII));
        out.writeBytes(new byte[] {(byte) 0x88, 's', 'b', '.'});
        return out.toByteArray();
    }
}
