package percolate.sweep;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import percolate.Sweep;
import percolate.Trial;
import percolate.store.SweepFile;
import percolate.store.SweepFile.Kept;

/** The rows of a sweep in its file, and which training each belongs to, by its parameters in words. */
final class Keeping {
    private static final Pattern IDENTITY = Pattern.compile(".*(@|/0x)[0-9a-f]+.*", Pattern.DOTALL);

    private final Path file;
    private final List<Kept> rows;

    private Keeping(Path file, List<Kept> rows) {
        this.file = file;
        this.rows = new ArrayList<>(rows);
    }

    /**
     * @throws IllegalArgumentException if the file holds another sweep, or a value has no words that last
     */
    static Keeping of(Path file, Grid grid) {
        grid.values()
                .forEach((name, values) -> values.forEach(value -> {
                    if (IDENTITY.matcher(value.toString()).matches()) {
                        throw new IllegalArgumentException(
                                "sweep.keep: expected values that say what they are, got " + value
                                        + " for \"" + name
                                        + "\", which has another name each time; give numbers, words or parts of the"
                                        + " DSL, or sweep without keep(…)");
                    }
                }));
        var rows = SweepFile.read(file);
        for (var row : rows) {
            if (!row.parameters().keySet().equals(grid.values().keySet())) {
                throw new IllegalArgumentException("sweep.keep: " + file + " holds a sweep over "
                        + row.parameters().keySet() + ", this one is over "
                        + grid.values().keySet() + "; name another file");
            }
        }
        return new Keeping(file, rows);
    }

    /** What was kept of a training. */
    Optional<Kept> of(Trial trial) {
        var words = words(trial);
        return rows.stream()
                .filter(row -> row.seed() == trial.seed() && row.parameters().equals(words))
                .findFirst();
    }

    private static Map<String, String> words(Trial trial) {
        var words = new LinkedHashMap<String, String>();
        trial.values().forEach((name, value) -> words.put(name, value.toString()));
        return words;
    }

    /**
     * Compares one kept training with what is to be trained now.
     *
     * @throws IllegalArgumentException if that is another one
     */
    void check(List<Trial> trials, Function<Trial, String> described) {
        for (var trial : trials) {
            var kept = of(trial).filter(row -> !row.training().isEmpty());
            if (kept.isPresent()) {
                var now = described.apply(trial);
                if (!kept.get().training().equals(now)) {
                    throw new IllegalArgumentException("sweep.keep: the rows in " + file + " come from \""
                            + kept.get().training() + "\", and with " + trial + " this is \"" + now
                            + "\"; name another file");
                }
                return;
            }
        }
    }

    void add(Sweep.Row row, String training, List<Double> series) {
        rows.add(new Kept(
                words(row.trial()),
                row.trial().seed(),
                training,
                row.ending().toString(),
                row.epochs(),
                row.values(),
                series,
                row.duration().toNanos() / 1e9,
                row.problem()));
        SweepFile.write(file, rows);
    }

    /** A kept training as a row. */
    static Sweep.Row row(Trial trial, Kept kept) {
        return new Sweep.Row(
                trial,
                Sweep.Ending.valueOf(kept.ending().toUpperCase(Locale.ROOT)),
                kept.epochs(),
                kept.values(),
                Duration.ofNanos((long) (kept.seconds() * 1e9)),
                kept.problem(),
                Optional.empty());
    }
}
