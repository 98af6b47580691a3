package percolate.store;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The ended trainings of a sweep in one file of JSON, written anew after each, whole or not at all. */
public final class SweepFile {
    private static final int FORMAT = 1;
    private static final Gson GSON = new GsonBuilder()
            .serializeSpecialFloatingPointValues()
            .disableHtmlEscaping()
            .setPrettyPrinting()
            .create();

    private SweepFile() {}

    /**
     * One training.
     *
     * @param parameters in words
     * @param training its description in words
     * @param series the losses by which hopeless ones are known
     */
    public record Kept(
            Map<String, String> parameters,
            long seed,
            String training,
            String ending,
            int epochs,
            Map<String, Double> values,
            List<Double> series,
            double seconds,
            String problem) {}

    private record Content(int format, List<Kept> rows) {}

    /**
     * What was kept; nothing where there is no file.
     *
     * @throws IllegalArgumentException if the file holds something else
     */
    public static List<Kept> read(Path file) {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            var content = GSON.fromJson(Files.readString(file), Content.class);
            if (content == null
                    || content.format() != FORMAT
                    || content.rows().stream().anyMatch(SweepFile::lacks)) {
                throw other(file, "it has another format");
            }
            return content.rows();
        } catch (JsonParseException | NullPointerException e) {
            throw other(file, "it is no such JSON");
        } catch (IOException e) {
            throw new UncheckedIOException("sweep.keep: " + file + " cannot be read, " + e.getMessage(), e);
        }
    }

    private static boolean lacks(Kept row) {
        return row == null
                || row.parameters() == null
                || row.training() == null
                || row.ending() == null
                || row.values() == null
                || row.series() == null
                || row.problem() == null;
    }

    private static IllegalArgumentException other(Path file, String what) {
        return new IllegalArgumentException("sweep.keep: expected the rows of a sweep in " + file + ", but " + what
                + "; name another file, or remove this one");
    }

    public static void write(Path file, List<Kept> rows) {
        var text = GSON.toJson(new Content(FORMAT, List.copyOf(Objects.requireNonNull(rows))));
        try {
            AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("sweep.keep: " + file + " cannot be written, " + e.getMessage(), e);
        }
    }
}
