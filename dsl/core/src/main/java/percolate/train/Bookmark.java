package percolate.train;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import percolate.Epoch;
import percolate.Run;
import percolate.Tensor;
import percolate.Watched;
import percolate.engine.Array;
import percolate.model.Carried;
import percolate.store.CheckpointFile;

/**
 * Where a training stood when it was written to a file. What a step draws depends on its number alone, and schedules on the
 * history: neither needs to be kept.
 *
 * @param about facts that the training which goes on has to share, in words
 * @param done steps
 * @param sums what the epoch that is not at its end has counted
 */
record Bookmark(
        int format,
        long seed,
        int threads,
        Map<String, String> about,
        long done,
        List<Line> history,
        List<Watched> watched,
        Tally.Sums sums) {
    /** Raised when a file of this version could no longer be read by the one before. */
    private static final int FORMAT = 1;

    private static final String BEST = "best";
    private static final String CARRIED = "carried";
    private static final Gson GSON = new GsonBuilder()
            .serializeSpecialFloatingPointValues()
            .setPrettyPrinting()
            .create();

    /** An epoch as the file has it. */
    private record Line(
            int number, double loss, double validationLoss, Map<String, Double> metrics, double rate, long nanos) {
        static Line of(Epoch e) {
            return new Line(
                    e.number(),
                    e.loss(),
                    e.validationLoss(),
                    e.metrics(),
                    e.learningRate(),
                    e.duration().toNanos());
        }

        Epoch epoch(Run run) {
            return new Epoch(number, loss, validationLoss, metrics, rate, Duration.ofNanos(nanos), run);
        }
    }

    static void write(Path file, TrainingRun run, Steps steps, Tally sums, Standing standing) {
        var history = run.history().stream().map(Line::of).toList();
        var bookmark = new Bookmark(
                FORMAT,
                run.seed(),
                run.threads().count(),
                run.identity(),
                standing.done(),
                history,
                run.watched(),
                sums.sums());
        var tensors = new LinkedHashMap<String, Tensor>();
        state(run, steps).forEach((name, arrays) -> put(tensors, name, arrays));
        put(tensors, BEST, standing.best());
        CheckpointFile.write(file, run.model(), GSON.toJson(bookmark), tensors);
    }

    private static Map<String, List<Array>> state(TrainingRun run, Steps steps) {
        var state = new LinkedHashMap<>(steps.state());
        if (Carried.in(run.model().graph())) {
            // Programs give these other shapes than Java has seen.
            var carried = Carried.arrays(run.model().graph());
            state.put(CARRIED, carried.stream().map(Array::copy).toList());
        }
        return state;
    }

    private static void put(Map<String, Tensor> tensors, String name, List<Array> arrays) {
        for (int i = 0; i < arrays.size(); i++) {
            tensors.put(name + "." + i, new Tensor(arrays.get(i)));
        }
    }

    static Bookmark of(CheckpointFile file) {
        var bookmark = GSON.fromJson(file.training(), Bookmark.class);
        if (bookmark == null || bookmark.format() != FORMAT) {
            throw new IllegalArgumentException("resume: expected a checkpoint of format " + FORMAT + ", got "
                    + (bookmark == null ? "none" : bookmark.format())
                    + "; go on with the version of Percolate that wrote it, or begin anew without resume");
        }
        return bookmark;
    }

    /** @throws IllegalArgumentException if it was written by another training */
    void check(String file, Map<String, String> its) {
        about.forEach((what, said) -> {
            if (!said.equals(its.get(what))) {
                throw new IllegalArgumentException("resume(\"" + file + "\"): expected the " + what
                        + " of the checkpoint, " + said + ", got " + its.get(what)
                        + "; say the same, or begin anew without resume");
            }
        });
    }

    /** Puts a training where this one stood. */
    void restore(CheckpointFile file, TrainingRun run, Steps steps, Standing standing, Tally tally) {
        run.model().weights(file.weights());
        steps.state().forEach((name, arrays) -> take(file, name, arrays));
        restoreCarried(file, run);
        var weights = steps.weights();
        if (file.tensors().containsKey(BEST + ".0")) {
            standing.best(new Kept(weights, all(file, BEST, weights)));
        }
        history.forEach(line -> run.add(line.epoch(run)));
        watched.forEach(run::add);
        tally.sums(sums);
    }

    private static void take(CheckpointFile file, String name, List<Array> arrays) {
        new Kept(arrays, all(file, name, arrays)).putBack();
    }

    private static List<Array> all(CheckpointFile file, String name, List<Array> like) {
        return IntStream.range(0, like.size())
                .mapToObj(i -> file.tensors().get(name + "." + i).array())
                .map(array -> array.to(like.get(0).device()))
                .toList();
    }

    private static void restoreCarried(CheckpointFile file, TrainingRun run) {
        var graph = run.model().graph();
        if (Carried.in(graph)) {
            Carried.put(graph, all(file, CARRIED, Carried.arrays(graph)));
        }
    }
}
