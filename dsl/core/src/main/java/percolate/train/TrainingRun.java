package percolate.train;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import percolate.Dataset;
import percolate.Diagnosis;
import percolate.Epoch;
import percolate.Gradients;
import percolate.Model;
import percolate.Progress;
import percolate.Provenance;
import percolate.Reproduction;
import percolate.Run;
import percolate.Tensor;
import percolate.Watched;
import percolate.insight.Machine;
import percolate.insight.Retrace;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.Table;

/** The record of one training, written by its loop and read from anywhere. */
final class TrainingRun implements Run {
    private final Setup setup;
    private final Task task;
    private volatile Threads threads;
    private final String choices;
    private final Dataset data;
    private final boolean validation;
    private volatile Replayed replay;
    private volatile Retrace retrace;
    private final List<Epoch> history = new ArrayList<>();
    private final List<Watched> watched = new ArrayList<>();
    private volatile State state = State.RUNNING;
    private volatile boolean stopping;
    private volatile Progress progress;
    private volatile boolean finishing;
    private String dataHash = "";

    TrainingRun(Setup setup, Task task, String choices, Dataset data, boolean validation) {
        this.setup = setup;
        this.task = task;
        this.choices = choices;
        this.data = data;
        this.validation = validation;
    }

    void add(Epoch epoch) {
        synchronized (history) {
            history.add(epoch);
        }
    }

    void begin(Threads its, Replayed again, Retrace itself) {
        threads = its;
        replay = again;
        retrace = itself;
    }

    Threads threads() {
        return threads;
    }

    void progress(Progress now) {
        progress = now;
    }

    void end(State how) {
        state = how;
    }

    void add(Watched its) {
        synchronized (history) {
            watched.add(its);
        }
    }

    @Override
    public List<Watched> watched() {
        synchronized (history) {
            return List.copyOf(watched);
        }
    }

    /** What was asked to end ends as finished: a callback said so. */
    void finish() {
        stopping = true;
        finishing = true;
    }

    boolean isFinishing() {
        return finishing;
    }

    long seed() {
        return setup.seed();
    }

    /** What has to be the same for a training to go on from a checkpoint. */
    Map<String, String> identity() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("seed", Long.toString(setup.seed()));
        facts.put("model", setup.model().toString());
        facts.put("data", hash());
        facts.put("loss", task.loss());
        facts.put("optimizer", setup.optimizer().toString());
        facts.put("schedule", setup.schedule().toString());
        facts.put("batch", Integer.toString(setup.batch()));
        facts.put("accumulate", Integer.toString(setup.accumulate()));
        putTruncation(facts);
        return facts;
    }

    private void putTruncation(Map<String, String> facts) {
        if (setup.truncation().cuts()) {
            facts.put("bptt", Integer.toString(setup.truncation().length()));
        }
    }

    /** Of a step's loss by the weights as they are. */
    Gradients gradients(long step) {
        return replay.gradients(step);
    }

    /** Inputs of the first examples, at most so many. */
    Tensor[] examples(int most) {
        var first = data.isDrawn() ? Supply.sample(data) : data.take(Math.min(most, data.size()));
        return first.inputs().toArray(Tensor[]::new);
    }

    private synchronized String hash() {
        if (dataHash.isEmpty()) {
            dataHash = DataHash.of(data);
        }
        return dataHash;
    }

    Epoch lastEpoch() {
        synchronized (history) {
            return history.get(history.size() - 1);
        }
    }

    /** What an interrupt has left. */
    String stopped() {
        int ended = history().size();
        return "fit stopped " + (ended == 0 ? "within the first epoch" : "after epoch " + ended) + " of " + epochs()
                + "; the model keeps its weights and the run its history, and fit() again goes on from there";
    }

    @Override
    public List<Epoch> history() {
        synchronized (history) {
            return List.copyOf(history);
        }
    }

    @Override
    public Optional<Progress> progress() {
        return Optional.ofNullable(progress);
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public void stop() {
        stopping = true;
    }

    /** Whether somebody has asked it to end. */
    boolean stopping() {
        return stopping;
    }

    @Override
    public int epochs() {
        return setup.epochs();
    }

    @Override
    public List<String> metrics() {
        return task.names();
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
        var epochs = history();
        check(name);
        return epochs.isEmpty() ? Double.NaN : epochs.get(epochs.size() - 1).get(name);
    }

    @Override
    public double[] series(String name) {
        check(name);
        return history().stream().mapToDouble(e -> e.get(name)).toArray();
    }

    private void check(String name) {
        var names = names();
        if (!names.contains(name)) {
            throw new IllegalArgumentException("run: there is no \"" + name + "\" here, but " + names);
        }
    }

    /** The names of an epoch's values. */
    List<String> names() {
        var names = new ArrayList<>(List.of("loss"));
        if (validation) {
            names.add("val_loss");
        }
        names.addAll(task.names());
        if (validation) {
            task.names().forEach(m -> names.add("val_" + m));
        }
        names.add("learning_rate");
        return names;
    }

    @Override
    public Table table() {
        var epochs = history();
        var table = Table.create("training");
        table.addColumns(IntColumn.create(
                "epoch", epochs.stream().mapToInt(Epoch::number).toArray()));
        for (var name : names()) {
            table.addColumns(DoubleColumn.create(
                    name, epochs.stream().mapToDouble(e -> e.get(name)).toArray()));
        }
        return table.addColumns(DoubleColumn.create(
                "seconds",
                epochs.stream().mapToDouble(e -> e.duration().toNanos() / 1e9).toArray()));
    }

    @Override
    public Provenance provenance() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("seed", Long.toString(setup.seed()));
        facts.put("data", hash());
        facts.put("examples", data.toString());
        facts.put("model", setup.model().toString());
        facts.put("loss", task.loss());
        facts.put("optimizer", setup.optimizer().toString());
        facts.put("schedule", setup.schedule().toString());
        facts.put("batch", Integer.toString(setup.batch()));
        facts.put("epochs", Integer.toString(setup.epochs()));
        putTruncation(facts);
        facts.put("threads", threads.toString());
        facts.put("device", task.device().toString());
        facts.putAll(Machine.facts());
        return Provenance.of(facts);
    }

    @Override
    public Reproduction reproduce() {
        return retrace.reproduce(this);
    }

    @Override
    public Diagnosis diagnose() {
        return retrace.diagnose(this);
    }

    @Override
    public String choices() {
        return choices;
    }

    @Override
    public Model model() {
        return setup.model();
    }

    /** One line: how it ended, and the last numbers. */
    @Override
    public String toString() {
        var epochs = history();
        var text = new StringBuilder("run " + state.name().toLowerCase(Locale.ROOT) + " after " + epochs.size() + " of "
                + setup.epochs() + " epochs");
        if (!epochs.isEmpty()) {
            for (var name : names()) {
                if (!name.equals("learning_rate")) {
                    text.append(String.format(Locale.ROOT, ", %s %.4g", name, get(name)));
                }
            }
        }
        return text.toString();
    }
}
