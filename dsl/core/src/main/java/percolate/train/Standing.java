package percolate.train;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import percolate.Run;
import percolate.Tensor;
import percolate.engine.Array;
import percolate.program.Roles;

/** Where a training stands, for those who look at it from within. */
final class Standing {
    private final TrainingRun run;
    private final Steps steps;
    private final Tally sums;
    private final boolean quiet;
    private final Position position;
    private Kept best;

    Standing(Position position, TrainingRun run, Steps steps, Tally sums, boolean quiet) {
        this.position = position;
        this.run = run;
        this.steps = steps;
        this.sums = sums;
        this.quiet = quiet;
    }

    /** How far a training is. */
    interface Position {
        long done();
    }

    TrainingRun run() {
        return run;
    }

    long done() {
        return position.done();
    }

    boolean isWithinEpoch() {
        return done() % steps.order().perEpoch() != 0;
    }

    boolean isOver() {
        return done() == steps.pace().steps() || run.stopping();
    }

    void say(String sentence) {
        if (!quiet) {
            System.out.println(sentence);
        }
    }

    /** Of the epoch's last batch, by the weights as they are now; what the layers keep beside their weights stays. */
    Map<String, Tensor> gradients() {
        var model = run.model();
        var kept = Kept.of(Roles.of(model.graph(), Set.of()).buffers(model.arrays()));
        try {
            return run.gradients(done() - 1).all();
        } finally {
            kept.putBack();
        }
    }

    /** Of the first examples, by the names of layers. */
    Map<String, Tensor> activations(int examples) {
        var values = run.model().activations(run.examples(examples));
        var named = new LinkedHashMap<String, Tensor>();
        values.names().forEach(name -> named.put(name, values.at(name)));
        return named;
    }

    /** Remembers the weights as the best so far. */
    void keepBest() {
        best = Kept.of(steps.weights());
    }

    void best(Kept kept) {
        best = kept;
    }

    /** The best weights so far; none where nobody asked to keep them. */
    List<Array> best() {
        return best == null ? List.of() : best.copies();
    }

    /** Gives the model the best weights, unless it was interrupted and will go on. */
    void restoreBest() {
        if (best != null && run.state() == Run.State.FINISHED) {
            best.putBack();
        }
    }

    void save(Path file) {
        Bookmark.write(file, run, steps, sums, this);
    }
}
