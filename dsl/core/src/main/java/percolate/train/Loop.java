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
 * The loop over chunks of steps. Between two chunks Java sees the losses, tells observers, and honours an interrupt; how
 * long a chunk is never changes a result.
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
    private final long total;
    private final long began = System.nanoTime();

    private long done;
    private int chunk = 1;
    private final Tally sums;
    private long epochBegan = began;
    private long told = began - CHUNK_NANOS;

    /** @param validation loss and metrics on other data, null where there is none */
    Loop(
            Setup setup,
            Threads threads,
            Steps steps,
            Supplier<Map<String, Double>> validation,
            TrainingRun run,
            Observers observers) {
        this.setup = setup;
        this.threads = threads;
        this.steps = steps;
        this.validation = validation;
        this.run = run;
        this.observers = observers;
        this.total = (long) setup.epochs() * steps.order().perEpoch();
        this.sums = steps.tally();
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
            while (done < total && !run.stopping() && !Thread.currentThread().isInterrupted()) {
                chunk();
                tell();
            }
            run.end(done < total ? Run.State.INTERRUPTED : Run.State.FINISHED);
        } catch (Interruption e) {
            run.end(Run.State.INTERRUPTED);
        } catch (RuntimeException | Error e) {
            run.end(Run.State.FAILED);
            throw e;
        } finally {
            steps.close();
            observers.ended();
        }
    }

    private void tell() {
        long now = System.nanoTime();
        if (now - told >= CHUNK_NANOS) {
            told = now;
            observers.progressed();
        }
    }

    private void chunk() {
        int count = (int) Math.min(chunk, total - done);
        if (validation != null) {
            // Validation comes between two epochs, so a chunk ends there.
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
        }
        if (ended.failed()) {
            throw failed();
        }
    }

    private NotFiniteException failed() {
        var where = "train: epoch " + (done / perEpoch() + 1) + ", step " + (done % perEpoch() + 1) + " of "
                + perEpoch() + ", learning rate " + setup.optimizer().rate();
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
        sums.add(scores, 0, steps.order().size(done));
        done++;
        if (done % perEpoch() == 0) {
            endEpoch(now);
        }
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
        run.add(new Epoch(
                (int) (done / perEpoch()),
                loss,
                validationLoss,
                metrics,
                setup.optimizer().rate(),
                Duration.ofNanos(Math.max(0, end - epochBegan))));
        epochBegan = end;
        sums.clear();
    }

    private Progress progress() {
        int step = (int) (done % perEpoch());
        boolean between = step == 0;
        var metrics = between ? new LinkedHashMap<>(run.lastEpoch().metrics()) : sums.values();
        double loss = between ? run.lastEpoch().loss() : metrics.remove("loss");
        long elapsed = System.nanoTime() - began;
        return new Progress(
                (int) ((done - 1) / perEpoch()) + 1,
                setup.epochs(),
                between ? perEpoch() : step,
                perEpoch(),
                loss,
                metrics,
                Duration.ofNanos(elapsed),
                Duration.ofNanos((long) (elapsed * ((double) (total - done) / done))));
    }
}
