package percolate.store;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import percolate.DType;
import percolate.Layer;
import percolate.Model;
import percolate.Percolate;
import percolate.Shape;
import percolate.engine.TorchEngine;
import percolate.model.Attributes;
import percolate.model.Kinds;

/**
 * A model in one file: a zip of {@code model.json} (format, description, provenance, checksum of the weights) and
 * {@code weights.safetensors}.
 */
public final class ModelFile {
    /** Raised when a file of this version could no longer be read by the one before. */
    private static final int FORMAT = 1;

    private static final String DESCRIPTION = "model.json";
    private static final String WEIGHTS = "weights.safetensors";
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    private ModelFile() {}

    /** What stands in {@code model.json}. */
    private record Description(
            String about,
            int format,
            Map<String, String> provenance,
            List<Integer> input,
            DType type,
            List<LayerText> layers,
            String weightsSha256) {}

    private record LayerText(String kind, Map<String, Object> options) {}

    public static void write(Path file, Model model) {
        try {
            AtomicFile.write(file, bytes(model));
        } catch (IOException e) {
            throw new ModelFileException(
                    "save(\"" + file + "\"): the file cannot be written (" + e.getMessage()
                            + "); choose a folder that exists and is yours, and see that the disk has room",
                    e);
        }
    }

    private static byte[] bytes(Model model) throws IOException {
        var weights = SafeTensors.write(model.weights());
        var graph = model.graph();
        var description = new Description(
                "a model saved by Percolate",
                FORMAT,
                Map.of("engine", TorchEngine.version(), "java", System.getProperty("java.version")),
                graph.input().sizes(),
                graph.dtype(),
                graph.layers()
                        .map(l -> new LayerText(l.kind(), l.attributes().values()))
                        .toList(),
                sha256(weights));
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            put(zip, DESCRIPTION, GSON.toJson(description).getBytes(StandardCharsets.UTF_8));
            put(zip, WEIGHTS, weights);
        }
        return out.toByteArray();
    }

    private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    /** @throws ModelFileException if the file is missing, damaged, foreign, or of a newer format */
    public static Model read(Path file) {
        var where = "load(\"" + file + "\"): ";
        try {
            var entries = entries(Files.readAllBytes(file));
            var text = entries.get(DESCRIPTION);
            if (text == null) {
                throw new ModelFileException(
                        where + "this is not a model saved by Percolate, or it is cut short; expected"
                                + " a file written by save(…)");
            }
            var description = GSON.fromJson(new String(text, StandardCharsets.UTF_8), Description.class);
            if (description.format() != FORMAT) {
                throw new ModelFileException(
                        where + "expected format " + FORMAT + ", got format " + description.format()
                                + " of another version of Percolate; load it with that version and save it again");
            }
            var weights = entries.get(WEIGHTS);
            if (weights == null || !sha256(weights).equals(description.weightsSha256())) {
                throw new ModelFileException(
                        where + "the weights are damaged or cut short; take another copy of the file, or save again");
            }
            return model(description).weights(SafeTensors.read(weights));
        } catch (NoSuchFileException e) {
            throw new ModelFileException(
                    where + "there is no such file; the folder here is "
                            + Path.of("").toAbsolutePath(),
                    e);
        } catch (ModelFileException e) {
            throw e;
        } catch (IOException | JsonParseException e) {
            throw new ModelFileException(
                    where + "the file is damaged or cut short (" + e.getMessage()
                            + "); take another copy of it, or save again",
                    e);
        } catch (RuntimeException e) {
            throw new ModelFileException(where + "the description does not make a model: " + e.getMessage(), e);
        }
    }

    private static Model model(Description description) {
        var layers = description.layers().stream()
                .map(l -> Kinds.layer(new Attributes(l.kind(), Map.of()).with(l.options())))
                .toArray(Layer[]::new);
        var input = Percolate.input(new Shape(description.input()).toArray()).to(description.type());
        return Percolate.sequential(input, layers);
    }

    private static Map<String, byte[]> entries(byte[] file) throws IOException {
        var entries = new HashMap<String, byte[]>();
        try (var zip = new ZipInputStream(new ByteArrayInputStream(file))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals(DESCRIPTION) || entry.getName().equals(WEIGHTS)) {
                    entries.put(entry.getName(), zip.readAllBytes());
                }
            }
        }
        return entries;
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 belongs to every JDK", e);
        }
    }
}
