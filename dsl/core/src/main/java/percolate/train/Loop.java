package percolate.train;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import percolate.Epoch;
import percolate.Progress;
import percolate.Run;
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
    private final Evaluator validation;
    private final TrainingRun run;
    private final Observers observers;
    private final long total;
    private final long began = System.nanoTime();

    private long done;
    private int chunk = 1;
    private final Tally sums;
    private long epochBegan = began;
    private long told = began - CHUNK_NANOS;

    Loop(Setup setup, Threads threads, Steps steps, Evaluator validation, TrainingRun run, Observers observers) {
        this.setup = setup;
        this.threads = threads;
        this.steps = steps;
        this.validation = validation;
        this.run = run;
        this.observers = observers;
        this.total = (long) setup.epochs() * steps.perEpoch();
        this.sums = steps.tally();
    }

    void train() {
        observers.started();
        try {
            while (done < total && !Thread.currentThread().isInterrupted()) {
                chunk();
                tell();
            }
            run.end(done < total ? Run.State.INTERRUPTED : Run.State.FINISHED);
        } catch (RuntimeException | Error e) {
            run.end(Run.State.FAILED);
            throw e;
        } finally {
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
            count = (int) Math.min(count, steps.perEpoch() - done % steps.perEpoch());
        }
        TorchEngine.threads(threads.count());
        long start = System.nanoTime();
        var scores = steps.run(done, count);
        long took = Math.max(1, System.nanoTime() - start);
        for (int i = 0; i < count; i++) {
            step(scores[i], start + took * (i + 1) / count);
        }
        threads.took(took, count, done);
        resize(took / count);
        run.progress(progress());
    }

    private void resize(long nanosPerStep) {
        long fitting = Math.min(CHUNK_NANOS / Math.max(1, nanosPerStep), CHUNK_BYTES / Math.max(1, steps.bytes()));
        chunk = (int) Math.max(1, Math.min(fitting, (long) chunk * GROWTH));
    }

    private void step(double[] scores, long now) {
        sums.add(scores, 0, steps.size(done));
        done++;
        if (done % steps.perEpoch() == 0) {
            endEpoch(now);
        }
    }

    private void endEpoch(long now) {
        var metrics = metrics("", sums);
        double validationLoss = Double.NaN;
        long end = now;
        if (validation != null) {
            var found = validation.measure();
            validationLoss = found.value(0);
            metrics.putAll(metrics("val_", found));
            end = System.nanoTime();
        }
        run.add(new Epoch(
                (int) (done / steps.perEpoch()),
                sums.value(0),
                validationLoss,
                metrics,
                setup.optimizer().rate(),
                Duration.ofNanos(Math.max(0, end - epochBegan))));
        epochBegan = end;
        sums.clear();
    }

    private Map<String, Double> metrics(String prefix, Tally of) {
        var metrics = new LinkedHashMap<String, Double>();
        for (int i = 0; i < setup.metrics().size(); i++) {
            metrics.put(prefix + setup.metrics().get(i).name(), of.value(i + 1));
        }
        return metrics;
    }

    private Progress progress() {
        int step = (int) (done % steps.perEpoch());
        boolean between = step == 0;
        var last = between ? run.lastEpoch() : null;
        long elapsed = System.nanoTime() - began;
        return new Progress(
                (int) ((done - 1) / steps.perEpoch()) + 1,
                setup.epochs(),
                between ? steps.perEpoch() : step,
                steps.perEpoch(),
                between ? last.loss() : sums.value(0),
                between ? last.metrics() : metrics("", sums),
                Duration.ofNanos(elapsed),
                Duration.ofNanos((long) (elapsed * ((double) (total - done) / done))));
    }
}
