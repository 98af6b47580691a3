package percolate.store;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
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
        try {
            AtomicFile.write(file, StoredZip.of(entries(model)));
            sayOwn(file, model);
        } catch (IOException e) {
            throw unwritten("save", file, e);
        }
    }

    static ModelFileException unwritten(String word, Path file, IOException e) {
        return new ModelFileException(
                word + "(\"" + file + "\"): the file cannot be written (" + reason(e)
                        + "); choose a folder that is yours, and see that the disk has room",
                e);
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

    /** The entries of a model's file, by name. */
    static Map<String, byte[]> entries(Model model) {
        var weights = SafeTensors.write(model.weights());
        var description = new Description(
                "a model saved by Percolate",
                FORMAT,
                provenance(model),
                GraphText.of(model.graph()),
                model.kind().equals("sequential") ? LayerText.of(model.layers()).orElse(null) : null,
                model.frozenLayers().stream().sorted().toList(),
                sha256(weights));
        var entries = new LinkedHashMap<String, byte[]>();
        entries.put(DESCRIPTION, GSON.toJson(description).getBytes(StandardCharsets.UTF_8));
        entries.put(WEIGHTS, weights);
        return entries;
    }

    /** How it was trained; of an untrained one, what it was made with. */
    private static Map<String, String> provenance(Model model) {
        var facts = model.provenance();
        return facts.isEmpty()
                ? Map.of("engine", TorchEngine.version(), "java", System.getProperty("java.version"))
                : facts;
    }

    static boolean is(Archive archive) {
        return archive.has(DESCRIPTION) && archive.has(WEIGHTS);
    }

    static Model read(Reading reading, Archive archive) throws IOException {
        return read(reading, archive, ModelFile::model);
    }

    static Map<String, Tensor> readWeights(Reading reading, Archive archive) throws IOException {
        return read(reading, archive, (description, weights) -> weights);
    }

    private static <T> T read(Reading reading, Archive archive, BiFunction<Description, Map<String, Tensor>, T> make)
            throws IOException {
        var text = new String(archive.read(DESCRIPTION), StandardCharsets.UTF_8);
        var description = GSON.fromJson(text, Description.class);
        if (description == null || description.format() != FORMAT) {
            throw reading.failure("expected format " + FORMAT + ", got "
                    + (description == null
                            ? "none"
                            : "format " + description.format() + " of another version of Percolate")
                    + "; load it with the version that wrote it, or save it again");
        }
        var weights = archive.read(WEIGHTS);
        if (!sha256(weights).equals(description.weightsSha256())) {
            throw reading.failure("the weights are damaged; take another copy of the file, or save again");
        }
        return make.apply(description, SafeTensors.read(weights));
    }

    private static Model model(Description description, Map<String, Tensor> weights) {
        var model = network(description);
        description.frozen().forEach(model::freeze);
        var keys = model.graph().weights().stream().map(Graph.Entry::key).collect(Collectors.toSet());
        if (!weights.keySet().equals(keys)) {
            throw new IllegalArgumentException("expected the weights " + keys + ", got " + weights.keySet());
        }
        model.trainedBy(() -> description.provenance() == null ? Map.of() : description.provenance());
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
