package percolate.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import percolate.Tensor;

/** Named tensors in files: safetensors, models saved by Percolate, and what PyTorch's {@code torch.save} writes. */
public final class WeightsFile {
    private static final String WANTED =
            "a .safetensors file, a model written by save(…), or a state dictionary written by torch.save(…)";

    private WeightsFile() {}

    /** @throws ModelFileException if the file cannot be written */
    public static void write(Path file, Map<String, Tensor> weights) {
        try {
            AtomicFile.write(file, SafeTensors.write(weights));
        } catch (IOException e) {
            throw ModelFile.unwritten("saveWeights", file, e);
        }
    }

    /** @throws ModelFileException if the file is missing, damaged, or of another kind */
    public static Map<String, Tensor> read(Path file) {
        var reading = new Reading("loadWeights", file, WANTED);
        return reading.of(() -> reading.isZip() ? unzipped(reading) : plain(reading));
    }

    private static Map<String, Tensor> unzipped(Reading reading) throws IOException {
        try (var archive = Archive.open(reading.file())) {
            if (ModelFile.is(archive)) {
                return ModelFile.readWeights(reading, archive);
            }
            if (TorchFile.is(archive)) {
                var weights = TorchFile.of(archive).weights();
                if (!weights.isEmpty()) {
                    return weights;
                }
            }
            throw reading.failure("there are no weights in this zip; expected " + WANTED);
        }
    }

    private static Map<String, Tensor> plain(Reading reading) throws IOException {
        var bytes = Files.readAllBytes(reading.file());
        if (bytes.length > 1 && bytes[0] == (byte) 0x80 && bytes[1] <= 5) {
            throw reading.failure(
                    "this is a pickle as PyTorch wrote it before version 1.6; in Python, load it and save it"
                            + " again with torch.save(weights, file)");
        }
        return SafeTensors.read(bytes);
    }
}
