package percolate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import percolate.train.Observers;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/**
 * The record of a loop that is written by hand, and its live panel.
 *
 * <pre>{@code
 * var log = track("by hand");
 * for (var batch : data.batches(32, seed)) {
 *     log.add("loss", opt.step(() -> crossEntropy().of(net.apply(batch.x()), batch.y())));
 * }
 * log.table();
 * }</pre>
 *
 * <p>Each {@link #add} is a row: it has the place of an epoch in the history, though what it stands for is yours to choose.
 * May be read from any thread meanwhile.
 */
public final class Track implements Run {
    private static final long TELL_NANOS = 50_000_000;

    private final String title;
    private final Observers observers = new Observers(this, false);
    private final List<Epoch> rows = new ArrayList<>();
    private final long began = System.nanoTime();
    private long last = began;
    private long told = began - TELL_NANOS;
    private volatile State state = State.RUNNING;

    Track(String title) {
        this.title = title;
    }

    /**
     * Adds a row.
     *
     * @param namesAndValues {@code "loss", 0.3} or {@code "generator", lossG, "discriminator", lossD}; a value is a number, or
     *     a tensor of one
     * @throws IllegalArgumentException if a name or a value is missing, or the record has ended
     */
    public Track add(Object... namesAndValues) {
        var values = pairs(namesAndValues);
        long now = System.nanoTime();
        boolean first;
        synchronized (rows) {
            first = rows.isEmpty();
            double loss = values.containsKey("loss") ? values.remove("loss") : Double.NaN;
            double validation = values.containsKey("val_loss") ? values.remove("val_loss") : Double.NaN;
            double rate = values.containsKey("learning_rate") ? values.remove("learning_rate") : Double.NaN;
            var took = Duration.ofNanos(now - last);
            rows.add(new Epoch(rows.size() + 1, loss, validation, values, rate, took, this));
            last = now;
        }
        if (first) {
            observers.started();
        }
        if (now - told >= TELL_NANOS) {
            told = now;
            observers.progressed();
        }
        return this;
    }

    private Map<String, Double> pairs(Object... namesAndValues) {
        if (state != State.RUNNING) {
            throw new IllegalStateException("track.add: expected a record that goes on, got one that has ended; begin"
                    + " another one with track(\"" + title + "\")");
        }
        if (namesAndValues.length == 0 || namesAndValues.length % 2 != 0) {
            throw new IllegalArgumentException("track.add: expected names and values in turn, got "
                    + List.of(namesAndValues) + "; write add(\"loss\", loss)");
        }
        var values = new LinkedHashMap<String, Double>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(name(namesAndValues[i]), number(namesAndValues[i], namesAndValues[i + 1]));
        }
        return values;
    }

    private static String name(Object name) {
        if (name instanceof String text && !text.isBlank()) {
            return text;
        }
        throw new IllegalArgumentException(
                "track.add: expected a name such as \"loss\", got " + name + "; write add(\"loss\", loss)");
    }

    private static double number(Object name, Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        if (value instanceof Tensor tensor && tensor.size() == 1) {
            return tensor.toDoubleArray()[0];
        }
        throw new IllegalArgumentException("track.add: expected one number for \"" + name + "\", got "
                + (value instanceof Tensor tensor ? "a tensor of shape " + tensor.shape() : value)
                + "; take its mean() or item()");
    }

    /** Ends the record, and with it the live panel. */
    public Track end() {
        if (state == State.RUNNING) {
            state = State.FINISHED;
            observers.ended();
        }
        return this;
    }

    @Override
    public void stop() {
        end();
    }

    @Override
    public List<Epoch> history() {
        synchronized (rows) {
            return List.copyOf(rows);
        }
    }

    @Override
    public Optional<Progress> progress() {
        var all = history();
        if (all.isEmpty()) {
            return Optional.empty();
        }
        var row = all.get(all.size() - 1);
        var elapsed = Duration.ofNanos(System.nanoTime() - began);
        return Optional.of(
                new Progress(row.number(), row.number(), 1, 1, row.loss(), row.metrics(), elapsed, Duration.ZERO));
    }

    @Override
    public State state() {
        return state;
    }

    /** As many as there are rows. */
    @Override
    public int epochs() {
        return history().size();
    }

    /** The names of the values beside the loss, in the order in which they came. */
    @Override
    public List<String> metrics() {
        var names = new LinkedHashMap<String, Boolean>();
        history().forEach(row -> row.metrics().keySet().forEach(name -> names.put(name, true)));
        return List.copyOf(names.keySet());
    }

    @Override
    public boolean hasValidation() {
        return history().stream().anyMatch(row -> !Double.isNaN(row.validationLoss()));
    }

    @Override
    public double loss() {
        var rows = history();
        return rows.isEmpty() ? Double.NaN : rows.get(rows.size() - 1).loss();
    }

    @Override
    public double get(String name) {
        var values = series(name);
        return values.length == 0 ? Double.NaN : values[values.length - 1];
    }

    @Override
    public double[] series(String name) {
        if (!names().contains(name)) {
            throw new IllegalArgumentException("track: there is no \"" + name + "\" here, but " + names());
        }
        return history().stream().mapToDouble(row -> row.get(name)).toArray();
    }

    private List<String> names() {
        var rows = history();
        var names = new ArrayList<String>();
        List.of("loss", "val_loss").forEach(name -> {
            if (rows.stream().anyMatch(row -> !Double.isNaN(row.get(name)))) {
                names.add(name);
            }
        });
        names.addAll(metrics());
        if (rows.stream().anyMatch(row -> !Double.isNaN(row.learningRate()))) {
            names.add("learning_rate");
        }
        return names;
    }

    /** A row for each {@link #add}: step, what was added, seconds. */
    @Override
    public Table table() {
        var rows = history();
        var table = Table.create(title);
        table.addColumns(
                IntColumn.create("step", rows.stream().mapToInt(Epoch::number).toArray()));
        names().forEach(name -> table.addColumns(DoubleColumn.create(name, series(name))));
        return table.addColumns(DoubleColumn.create(
                "seconds",
                rows.stream().mapToDouble(row -> row.duration().toNanos() / 1e9).toArray()));
    }

    /** Its title; what a loop by hand depends on, it alone knows. */
    @Override
    public Provenance provenance() {
        return Provenance.of(Map.of("title", title));
    }

    /** @throws IllegalStateException always: a record does not know what the loop does */
    @Override
    public Reproduction reproduce() {
        throw loop("reproduce", "run the loop again with the same seeds");
    }

    /** @throws IllegalStateException always: a record does not know what the loop does */
    @Override
    public Diagnosis diagnose() {
        throw loop("diagnose", "look at gradients(…).norms() in the loop");
    }

    private static IllegalStateException loop(String word, String remedy) {
        return new IllegalStateException(
                "track." + word + ": expected the run of a training, got a record of a loop by hand; " + remedy);
    }

    @Override
    public String choices() {
        return "";
    }

    /** @throws IllegalStateException always: a record does not know what the loop trains */
    @Override
    public Model model() {
        throw loop("model", "take the model of the loop");
    }

    /** One line: the title, and the last numbers. */
    @Override
    public String toString() {
        var text = new StringBuilder(title + ": " + history().size() + " rows");
        names().forEach(name -> text.append(", ").append(name).append(' ').append(get(name)));
        return text.toString();
    }
}
