package percolate.store;

import java.io.IOException;
import java.nio.file.Path;
import percolate.Model;

/** A file that holds a model, whoever wrote it. */
public final class LoadedFile {
    private static final String WANTED = "a file written by save(…), or a TorchScript program";

    private LoadedFile() {}

    /** @throws ModelFileException if the file is missing, damaged, foreign, or of another format */
    public static Model read(Path file) {
        var reading = new Reading("load", file, WANTED);
        return reading.of(() -> {
            try (var archive = Archive.open(file)) {
                return read(reading, archive);
            }
        });
    }

    private static Model read(Reading reading, Archive archive) throws IOException {
        if (ModelFile.is(archive)) {
            return ModelFile.read(reading, archive);
        }
        if (!TorchFile.is(archive)) {
            throw reading.failure("this is not a model saved by Percolate; expected " + WANTED);
        }
        var torch = TorchFile.of(archive);
        if (!torch.isScript()) {
            throw reading.failure(
                    "this file of PyTorch holds weights alone; build the model, and give it the numbers with"
                            + " net.weights(loadWeights(file))");
        }
        return ScriptLayer.model(reading, torch);
    }
}
