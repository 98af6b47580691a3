package percolate.train;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import percolate.Epoch;
import percolate.NotFiniteException;
import percolate.Progress;
import percolate.Run;
import percolate.data.Interruption;
import percolate.engine.TorchEngine;

/**
 * The loop over chunks of steps. Between two chunks Java sees the losses, tells observers and callbacks, and honours an
 * interrupt; how long a chunk is never changes a result.
 */
final class Loop {
    private static final long CHUNK_NANOS = 50_000_000;
    private static final long CHUNK_BYTES = 64L << 20;
    private static final int GROWTH = 4;

    private final Setup setup;
    private final Threads threads;
    private final Steps steps;
    private final Supplier<Map<String, Double>> validation;
    private final TrainingRun run;
    private final Observers observers;
    private final Callbacks callbacks;
    private final boolean endsWithEpochs;
    private final long total;
    private final long began = System.nanoTime();
    private final long before;

    private long done;
    private int chunk = 1;
    private final Tally sums;
    private long epochBegan = began;
    private long told = began - CHUNK_NANOS;

    /** @param validation loss and metrics on other data, null where there is none */
    Loop(
            Setup setup,
            Steps steps,
            Supplier<Map<String, Double>> validation,
            TrainingRun run,
            Observers observers,
            Plan plan,
            Resumed resumed) {
        this.setup = setup;
        this.threads = run.threads();
        this.steps = steps;
        this.validation = validation;
        this.run = run;
        this.observers = observers;
        this.total = steps.pace().steps();
        this.sums = steps.tally();
        var standing = new Standing(() -> done, run, steps, sums, plan.quiet());
        this.callbacks = new Callbacks(plan.callbacks(), plan.ofSteps(), standing);
        // What comes between two epochs needs the weights as they are there.
        this.endsWithEpochs = validation != null
                || !plan.callbacks().isEmpty()
                || setup.schedule().looksBack();
        this.done = resumed.restore(run, steps, standing, sums);
        this.before = done;
    }

    void train() {
        Running.began(run);
        try {
            observed();
        } finally {
            Running.ended(run);
        }
    }

    private void observed() {
        observers.started();
        try {
            callbacks.began(run);
            while (!isOver() && !Thread.currentThread().isInterrupted()) {
                chunk();
                tell();
            }
            run.end(done >= total || run.isFinishing() ? Run.State.FINISHED : Run.State.INTERRUPTED);
            callbacks.ended(run);
        } catch (Interruption e) {
            run.end(Run.State.INTERRUPTED);
            callbacks.ended(run);
        } catch (RuntimeException | Error e) {
            run.end(Run.State.FAILED);
            throw e;
        } finally {
            steps.close();
            observers.ended();
        }
    }

    private boolean isOver() {
        return done >= total || run.stopping();
    }

    private void tell() {
        long now = System.nanoTime();
        if (now - told >= CHUNK_NANOS) {
            told = now;
            observers.progressed();
        }
    }

    private void chunk() {
        int count = callbacks.cut((int) Math.min(chunk, total - done), done);
        if (endsWithEpochs) {
            count = (int) Math.min(count, perEpoch() - done % perEpoch());
        }
        TorchEngine.threads(threads.count());
        long start = System.nanoTime();
        var ended = steps.run(done, count);
        long took = Math.max(1, System.nanoTime() - start);
        int finished = ended.count();
        for (int i = 0; i < finished; i++) {
            step(ended.scores().get(i), start + took * (i + 1) / finished);
        }
        if (finished > 0) {
            threads.took(took, finished, done);
            resize(took / finished);
            run.progress(progress());
            callbacks.stepped(run.progress().orElseThrow());
        }
        if (ended.failed()) {
            throw failed();
        }
    }

    private NotFiniteException failed() {
        var where = "train: epoch " + (done / perEpoch() + 1) + ", step " + (done % perEpoch() + 1) + " of "
                + perEpoch() + ", learning rate " + steps.pace().rate(done);
        return new NotFiniteException(where, steps.failure(done));
    }

    private int perEpoch() {
        return steps.order().perEpoch();
    }

    private void resize(long nanosPerStep) {
        long fitting = Math.min(CHUNK_NANOS / Math.max(1, nanosPerStep), CHUNK_BYTES / Math.max(1, steps.bytes()));
        chunk = (int) Math.max(1, Math.min(fitting, (long) chunk * GROWTH));
    }

    private void step(double[] scores, long now) {
        sums.add(scores, 0, steps.order().size(done), steps.order().share(done));
        done++;
        if (isBetweenEpochs()) {
            endEpoch(now);
        }
    }

    /** The last epoch may be cut short by a number of steps. */
    private boolean isBetweenEpochs() {
        return done % perEpoch() == 0 || done == total;
    }

    private void endEpoch(long now) {
        var metrics = sums.values();
        double loss = metrics.remove("loss");
        double validationLoss = Double.NaN;
        long end = now;
        if (validation != null) {
            var found = validation.get();
            validationLoss = found.remove("loss");
            found.forEach((name, value) -> metrics.put("val_" + name, value));
            end = System.nanoTime();
        }
        var epoch = new Epoch(
                (int) ((done - 1) / perEpoch()) + 1,
                loss,
                validationLoss,
                metrics,
                steps.pace().rate(done - 1),
                Duration.ofNanos(Math.max(0, end - epochBegan)),
                run);
        epochBegan = end;
        run.add(epoch);
        sums.clear();
        callbacks.epoch(epoch);
    }

    private Progress progress() {
        int step = (int) ((done - 1) % perEpoch()) + 1;
        boolean between = isBetweenEpochs();
        var metrics = between ? new LinkedHashMap<>(run.lastEpoch().metrics()) : sums.values();
        double loss = between ? run.lastEpoch().loss() : metrics.remove("loss");
        long elapsed = System.nanoTime() - began;
        return new Progress(
                (int) ((done - 1) / perEpoch()) + 1,
                setup.epochs(),
                step,
                perEpoch(),
                loss,
                metrics,
                Duration.ofNanos(elapsed),
                Duration.ofNanos((long) (elapsed * ((double) (total - done) / (done - before)))));
    }
}
