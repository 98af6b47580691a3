package percolate.sweep;

import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import percolate.Run;
import percolate.Sweep;
import percolate.Sweep.Ending;
import percolate.Training;
import percolate.TrainingObserver;
import percolate.TrainingObservers;
import percolate.Trial;
import percolate.tensor.RandomStream;

/** Trains the points of a grid on some threads, and tells one thread of each that has ended. */
public final class Runner {
    private static final Logger LOG = Logger.getLogger(Runner.class.getName());

    private final Grid grid;
    private final Function<Trial, Training> training;
    private final Sweep sweep;
    private final Optional<Keeping> keeping;
    private final Hopeless hopeless = new Hopeless();
    private final List<TrainingObserver> watching;

    private Runner(Grid grid, Function<Trial, Training> training) {
        this.grid = grid;
        this.training = Objects.requireNonNull(training, "sweep.fit: expected a function of a point, got null");
        this.sweep = new Sweep(grid.trials(), trial -> again(trial));
        this.keeping = grid.file().map(file -> Keeping.of(file, grid));
        this.watching = grid.quiet() ? List.of() : TrainingObservers.all();
    }

    /** A training that has ended, with its description. */
    private record Ended(Sweep.Row row, String described, List<Double> series) {}

    public static Sweep run(Grid grid, Function<Trial, Training> training) {
        return new Runner(grid, training).run();
    }

    private Sweep run() {
        var trials = grid.trials();
        keeping.ifPresent(file -> file.check(trials, trial -> described(trial).toString()));
        var open = trials.stream().filter(trial -> !isKept(trial)).toList();
        tell();
        Workers.each(
                grid.parallel(),
                open.stream()
                        .map(trial -> (Callable<Optional<Ended>>) () -> trained(trial))
                        .toList(),
                this::note);
        boolean unseen = !grid.quiet() && watching.isEmpty();
        if (unseen) {
            System.out.println(sweep);
        }
        return sweep;
    }

    private boolean isKept(Trial trial) {
        var kept = keeping.flatMap(file -> file.of(trial));
        kept.ifPresent(row -> {
            sweep.add(Keeping.row(trial, row));
            if (row.ending().equals(Ending.FINISHED.toString())) {
                hopeless.finished(row.series().stream().mapToDouble(v -> v).toArray());
            }
        });
        return kept.isPresent();
    }

    private void note(Ended ended) {
        sweep.add(ended.row());
        keeping.ifPresent(file -> file.add(ended.row(), ended.described(), ended.series()));
        tell();
    }

    private void tell() {
        for (var observer : watching) {
            try {
                observer.swept(sweep);
            } catch (RuntimeException | LinkageError | AssertionError e) {
                LOG.log(Level.WARNING, "an observer of the sweep failed: " + observer, e);
            }
        }
    }

    /** Nothing where the training was interrupted. */
    private Optional<Ended> trained(Trial trial) {
        long began = System.nanoTime();
        var words = new StringBuilder();
        try {
            return new RandomStream(trial.seed()).during(() -> {
                var described = described(trial);
                words.append(described);
                var run = watched(described).fit();
                return run.state() == Run.State.INTERRUPTED
                        ? Optional.empty()
                        : Optional.of(ended(trial, run, words, began));
            });
        } catch (RuntimeException e) {
            var sentence = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
            var row = new Sweep.Row(
                    trial,
                    Ending.FAILED,
                    0,
                    Map.of(),
                    Duration.ofNanos(System.nanoTime() - began),
                    sentence,
                    Optional.empty());
            return Optional.of(new Ended(row, words.toString(), List.of()));
        }
    }

    private Ended ended(Trial trial, Run run, CharSequence words, long began) {
        double[] series = Hopeless.series(run);
        boolean stopped = grid.stopping() && run.history().size() < run.epochs() && hopeless.isWorse(series);
        if (!stopped) {
            hopeless.finished(series);
        }
        var row = new Sweep.Row(
                trial,
                stopped ? Ending.STOPPED : Ending.FINISHED,
                run.history().size(),
                values(run),
                Duration.ofNanos(System.nanoTime() - began),
                "",
                Optional.of(run));
        return new Ended(row, words.toString(), Arrays.stream(series).boxed().toList());
    }

    private static Map<String, Double> values(Run run) {
        var values = new LinkedHashMap<String, Double>();
        for (var name : run.table().columnNames()) {
            if (!List.of("epoch", "learning_rate", "seconds").contains(name)) {
                values.put(name, run.get(name));
            }
        }
        return values;
    }

    private Training described(Trial trial) {
        return Objects.requireNonNull(
                training.apply(trial),
                () -> "sweep.fit: expected a training of " + trial + ", got null; end the function with"
                        + " net.train(data), without fit()");
    }

    /** For a row whose model is not here. */
    private Run again(Trial trial) {
        return new RandomStream(trial.seed())
                .during(() -> watched(described(trial)).fit());
    }

    private Training watched(Training described) {
        int processors = Runtime.getRuntime().availableProcessors();
        return described.sharing(Math.max(1, processors / grid.parallel()));
    }
}
