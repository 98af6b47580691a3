package percolate.plotting.notebook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import percolate.Diagnosis;
import percolate.Epoch;
import percolate.Model;
import percolate.Progress;
import percolate.Provenance;
import percolate.Reproduction;
import percolate.Run;
import percolate.Watched;
import tech.tablesaw.api.Table;

/** A run that says what it is told, so that every course of a training can be shown, also those that go wrong. */
class RecordedRun implements Run {
    private final int epochs;
    private final boolean validation;
    private final List<String> metrics;
    private final List<Epoch> history = new ArrayList<>();
    private State state = State.RUNNING;
    private Progress progress;
    private List<Watched> watched = List.of();
    private Model model;

    RecordedRun(int epochs, boolean validation, String... metrics) {
        this.epochs = epochs;
        this.validation = validation;
        this.metrics = List.of(metrics);
    }

    /** One more epoch; all metrics have the same values. */
    synchronized RecordedRun epoch(double loss, double validationLoss, double metric, double validationMetric) {
        var values = new LinkedHashMap<String, Double>();
        metrics.forEach(name -> values.put(name, metric));
        if (validation) {
            metrics.forEach(name -> values.put("val_" + name, validationMetric));
        }
        int number = history.size() + 1;
        history.add(
                new Epoch(number, loss, validation ? validationLoss : Double.NaN, values, 0.1, Duration.ofMillis(300)));
        return at(number, 10, 10, loss, metric);
    }

    synchronized RecordedRun at(int epoch, int step, int steps, double loss, double metric) {
        var values = new LinkedHashMap<String, Double>();
        metrics.forEach(name -> values.put(name, metric));
        progress = new Progress(
                epoch, epochs, step, steps, loss, values, Duration.ofMillis(1234), Duration.ofSeconds(125));
        return this;
    }

    /** With what was watched of this model. */
    synchronized RecordedRun watching(Model its, List<Watched> kept) {
        model = its;
        watched = List.copyOf(kept);
        return this;
    }

    @Override
    public synchronized List<Watched> watched() {
        return watched;
    }

    synchronized RecordedRun ending(State how) {
        state = how;
        return this;
    }

    @Override
    public synchronized List<Epoch> history() {
        return List.copyOf(history);
    }

    @Override
    public synchronized Optional<Progress> progress() {
        return Optional.ofNullable(progress);
    }

    @Override
    public synchronized State state() {
        return state;
    }

    @Override
    public void stop() {
        throw new AssertionError("pictures stop no training");
    }

    @Override
    public int epochs() {
        return epochs;
    }

    @Override
    public List<String> metrics() {
        return metrics;
    }

    @Override
    public boolean hasValidation() {
        return validation;
    }

    @Override
    public double loss() {
        return get("loss");
    }

    @Override
    public double get(String name) {
        return history().get(history().size() - 1).get(name);
    }

    @Override
    public double[] series(String name) {
        return history().stream().mapToDouble(epoch -> epoch.get(name)).toArray();
    }

    @Override
    public Table table() {
        return Table.create("recorded");
    }

    @Override
    public Provenance provenance() {
        return Provenance.of(Map.of());
    }

    @Override
    public Reproduction reproduce() {
        throw new UnsupportedOperationException("a recorded run has no training");
    }

    @Override
    public Diagnosis diagnose() {
        return new Diagnosis(List.of());
    }

    @Override
    public String choices() {
        return "";
    }

    @Override
    public synchronized Model model() {
        if (model != null) {
            return model;
        }
        throw new UnsupportedOperationException("a recorded run has no model");
    }
}
