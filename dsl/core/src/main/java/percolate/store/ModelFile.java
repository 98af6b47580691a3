package percolate.store;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import percolate.Model;
import percolate.Percolate;
import percolate.Tensor;
import percolate.engine.StoredZip;
import percolate.engine.TorchEngine;
import percolate.model.Graph;

/**
 * A model in one file: a zip of {@code model.json} (format, description, provenance, checksum of the weights) and
 * {@code weights.safetensors}.
 */
public final class ModelFile {
    /** Raised when a file of this version could no longer be read by the one before. */
    private static final int FORMAT = 2;

    private static final String DESCRIPTION = "model.json";
    private static final String WEIGHTS = "weights.safetensors";
    private static final Gson GSON = new GsonBuilder().setPrettyPrinting().create();

    private ModelFile() {}

    /**
     * What stands in {@code model.json}.
     *
     * @param written the layers of a {@code sequential} as they were written; absent for others
     */
    private record Description(
            String about,
            int format,
            Map<String, String> provenance,
            GraphText graph,
            List<LayerText> written,
            List<String> frozen,
            String weightsSha256) {}

    public static void write(Path file, Model model) {
        write("save", file, StoredZip.of(entries(model)));
        sayOwn(file, model);
    }

    static void write(String who, Path file, byte[] content) {
        try {
            AtomicFile.write(file, content);
        } catch (IOException e) {
            throw new ModelFileException(
                    who + "(\"" + file + "\"): the file cannot be written (" + reason(e)
                            + "); choose a folder that is yours, and see that the disk has room",
                    e);
        }
    }

    private static void sayOwn(Path file, Model model) {
        var own = GraphText.of(model.graph()).own();
        if (!own.isEmpty()) {
            System.out.println("save(\"" + file + "\"): " + own);
        }
    }

    private static String reason(IOException e) {
        if (e instanceof FileAlreadyExistsException exists) {
            return exists.getFile() + " is no folder";
        }
        return e instanceof AccessDeniedException denied ? "no permission for " + denied.getFile() : e.getMessage();
    }

    static Map<String, byte[]> entries(Model model) {
        var weights = SafeTensors.write(model.weights());
        var description = new Description(
                "a model saved by Percolate",
                FORMAT,
                Map.of("engine", TorchEngine.version(), "java", System.getProperty("java.version")),
                GraphText.of(model.graph()),
                model.kind().equals("sequential") ? LayerText.of(model.layers()).orElse(null) : null,
                model.frozenLayers().stream().sorted().toList(),
                sha256(weights));
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put(DESCRIPTION, GSON.toJson(description).getBytes(StandardCharsets.UTF_8));
        entries.put(WEIGHTS, weights);
        return entries;
    }

    /** @throws ModelFileException if the file is missing, damaged, foreign, or of another format */
    public static Model read(Path file) {
        return read("load", file, description(ModelFile::model));
    }

    /**
     * The weights alone, by name.
     *
     * @throws ModelFileException as {@link #read}
     */
    public static Map<String, Tensor> readWeights(Path file) {
        return read("load", file, (archive, weights) -> weights);
    }

    /** What is made of a file that is sound, and of the model's weights in it. */
    @FunctionalInterface
    interface Making<T> {
        T make(Archive archive, Map<String, Tensor> weights) throws IOException;
    }

    private static <T> Making<T> description(BiFunction<Description, Map<String, Tensor>, T> make) {
        return (archive, weights) -> make.apply(description(archive), weights);
    }

    private static Description description(Archive archive) throws IOException {
        return GSON.fromJson(new String(archive.read(DESCRIPTION), StandardCharsets.UTF_8), Description.class);
    }

    static <T> T read(String who, Path file, Making<T> make) {
        var where = who + "(\"" + file + "\"): ";
        if (!Files.exists(file)) {
            throw new ModelFileException(where + "there is no such file; the folder here is "
                    + Path.of("").toAbsolutePath());
        }
        if (Files.isDirectory(file) || !Files.isReadable(file)) {
            throw new ModelFileException(
                    where + (Files.isDirectory(file) ? "this is a folder" : "there is no permission to read it")
                            + "; expected a file written by " + (who.equals("load") ? "save(…)" : "checkpoint(…)"));
        }
        try (var archive = Archive.open(file)) {
            return read(where, archive, make);
        } catch (IOException e) {
            throw new ModelFileException(
                    where + "the file is damaged, cut short, or no model (" + firstLine(e)
                            + "); take another copy of it, or save again",
                    e);
        } catch (RuntimeException e) {
            if (e instanceof ModelFileException) {
                throw e;
            }
            throw new ModelFileException(
                    where + "the file does not describe a model ("
                            + (e instanceof IllegalArgumentException
                                    ? firstLine(e)
                                    : "parts of it are missing or garbled")
                            + "); take another copy of it, or save again",
                    e);
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    private static <T> T read(String where, Archive archive, Making<T> make) throws IOException {
        if (!archive.has(DESCRIPTION) || !archive.has(WEIGHTS)) {
            throw new ModelFileException(
                    where + "this is not a model saved by Percolate; expected a file written by save(…)");
        }
        var description = description(archive);
        if (description == null || description.format() != FORMAT) {
            throw new ModelFileException(where + "expected format " + FORMAT + ", got "
                    + (description == null
                            ? "none"
                            : "format " + description.format() + " of another version of Percolate")
                    + "; load it with the version that wrote it, or save it again");
        }
        var weights = archive.read(WEIGHTS);
        if (!sha256(weights).equals(description.weightsSha256())) {
            throw new ModelFileException(
                    where + "the weights are damaged; take another copy of the file, or save again");
        }
        return make.make(archive, SafeTensors.read(weights));
    }

    private static Model model(Description description, Map<String, Tensor> weights) {
        var model = network(description);
        description.frozen().forEach(model::freeze);
        var keys = model.graph().weights().stream().map(Graph.Entry::key).collect(Collectors.toSet());
        if (!weights.keySet().equals(keys)) {
            throw new IllegalArgumentException("expected the weights " + keys + ", got " + weights.keySet());
        }
        return model.weights(weights);
    }

    /** The model as it was written, where that gives the graph that was saved. */
    private static Model network(Description description) {
        var wired = Model.of(description.graph().wiring());
        if (description.written() == null || description.graph().inputs().size() != 1) {
            return wired;
        }
        var input = description.graph().inputs().get(0).node();
        var layers = description.written().stream().map(LayerText::layer).toList();
        var written = Percolate.sequential(input, layers);
        return text(written).equals(text(wired)) ? written : wired;
    }

    private static String text(Model model) {
        return GSON.toJson(GraphText.of(model.graph()));
    }

    static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 belongs to every JDK", e);
        }
    }
}
