package percolate.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import percolate.Model;
import percolate.Tensor;
import percolate.engine.StoredZip;

/**
 * A training in one file: a model's file, with {@code training.json} (where the training stands), {@code training.safetensors}
 * and the checksums of both beside the model.
 *
 * @param training what the training says of itself, in JSON
 * @param weights the model's, by name
 * @param tensors what the training needs beside them, by name
 */
public record CheckpointFile(String training, Map<String, Tensor> weights, Map<String, Tensor> tensors) {
    private static final String TRAINING = "training.json";
    private static final String TENSORS = "training.safetensors";
    private static final String CHECKSUM = "training.sha256";

    /** @throws ModelFileException if the file cannot be written */
    public static void write(Path file, Model model, String training, Map<String, Tensor> tensors) {
        var content = SafeTensors.write(tensors);
        var text = training.getBytes(StandardCharsets.UTF_8);
        var entries = ModelFile.entries(model);
        entries.put(TRAINING, text);
        entries.put(TENSORS, content);
        entries.put(CHECKSUM, checksum(text, content).getBytes(StandardCharsets.UTF_8));
        try {
            AtomicFile.write(file, StoredZip.of(entries));
        } catch (IOException e) {
            throw ModelFile.unwritten("checkpoint", file, e);
        }
    }

    private static String checksum(byte[] text, byte[] content) {
        return ModelFile.sha256(text) + " " + ModelFile.sha256(content);
    }

    /** @throws ModelFileException if the file is missing, damaged, or no checkpoint */
    public static CheckpointFile read(Path file) {
        var reading = new Reading("resume", file, "a file written by checkpoint(…)");
        return reading.of(() -> {
            try (var archive = Archive.open(file)) {
                return read(reading, archive);
            }
        });
    }

    private static CheckpointFile read(Reading reading, Archive archive) throws IOException {
        if (!archive.has(TRAINING) || !archive.has(TENSORS) || !archive.has(CHECKSUM)) {
            throw reading.failure(
                    "expected a file written by checkpoint(…), got a model alone; open it with load(…), and"
                            + " train that");
        }
        var text = archive.read(TRAINING);
        var content = archive.read(TENSORS);
        if (!checksum(text, content).equals(new String(archive.read(CHECKSUM), StandardCharsets.UTF_8))) {
            throw reading.failure("the checkpoint is damaged; take another copy of it, or begin anew without resume");
        }
        return new CheckpointFile(
                new String(text, StandardCharsets.UTF_8),
                ModelFile.readWeights(reading, archive),
                SafeTensors.read(content));
    }
}
