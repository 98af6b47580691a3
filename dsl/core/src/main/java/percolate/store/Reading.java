package percolate.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * One file that is read, and the sentences for what can go wrong with it.
 *
 * @param word that was called, as {@code load}
 * @param wanted what kind of file it expects
 */
record Reading(String word, Path file, String wanted) {
    interface Source<T> {
        T read() throws IOException;
    }

    /** A file that is whole and still not taken; the message says why, and the remedy. */
    static final class Refused extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        Refused(String message) {
            super(message);
        }
    }

    /**
     * What the source gives.
     *
     * @throws ModelFileException if the file is missing, damaged, or not what it should be
     */
    <T> T of(Source<T> source) {
        if (!Files.exists(file)) {
            throw failure(
                    "there is no such file; the folder here is " + Path.of("").toAbsolutePath());
        }
        if (Files.isDirectory(file) || !Files.isReadable(file)) {
            throw failure((Files.isDirectory(file) ? "this is a folder" : "there is no permission to read it")
                    + "; expected " + wanted);
        }
        try {
            return source.read();
        } catch (IOException e) {
            throw failure(
                    "the file is damaged, cut short, or no "
                            + (word.equals("loadWeights") ? "file of weights" : "model") + " (" + firstLine(e)
                            + "); take another copy of it," + " or save again",
                    e);
        } catch (ModelFileException e) {
            throw e;
        } catch (RuntimeException e) {
            throw failure(
                    "the file does not describe a model ("
                            + (e instanceof IllegalArgumentException
                                    ? firstLine(e)
                                    : "parts of it are missing or garbled")
                            + "); take another copy of it, or save again",
                    e);
        }
    }

    ModelFileException failure(String reason) {
        return failure(reason, null);
    }

    ModelFileException failure(String reason, Exception cause) {
        return new ModelFileException(word + "(\"" + file + "\"): " + reason, cause);
    }

    /** Whether it begins as a zip does; an empty one counts as none. */
    boolean isZip() throws IOException {
        try (var in = Files.newInputStream(file)) {
            var first = in.readNBytes(2);
            return first.length == 2 && first[0] == 'P' && first[1] == 'K';
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
