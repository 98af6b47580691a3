package percolate.plotting.notebook;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import percolate.Epoch;
import percolate.Run;
import percolate.engine.Native;
import percolate.plotting.chart.Digits;

/** A training in words. */
final class RunWords {
    private static final Set<String> SHARES = Set.of("accuracy", "precision", "recall", "f1", "auc", "iou");

    private RunWords() {}

    /** The metric that is drawn beside the loss: accuracy, or that of an output, else the first one, else empty. */
    static String metric(Run run) {
        var names = run.metrics();
        return names.stream()
                .filter(name -> measured(name).equals("accuracy"))
                .findFirst()
                .orElse(names.isEmpty() ? "" : names.get(0));
    }

    /** What is measured, without the output of which it is: accuracy of {@code kind_accuracy}. */
    private static String measured(String name) {
        return name.substring(name.lastIndexOf('_') + 1);
    }

    /** Whether a metric is a share, of which 1 is the best. */
    static boolean isShare(String metric) {
        return SHARES.contains(measured(metric)) || metric.startsWith("top");
    }

    static String state(Run run) {
        return run.state().name().toLowerCase(Locale.ROOT);
    }

    /** The numbers of the moment, for example {@code epoch 7 of 20 · loss 0.0812 · 1.2 s, 2.1 s to go}. */
    static String caption(Run run) {
        return caption(run, Clock.SESSION);
    }

    static String caption(Run run, Clock clock) {
        var progress = run.progress();
        if (progress.isEmpty()) {
            return "epoch 0 of " + run.epochs() + " · before the first step";
        }
        var now = progress.get();
        var parts = new ArrayList<String>();
        parts.add("epoch " + now.epoch() + " of " + now.epochs());
        parts.add("loss " + Digits.of(now.loss()));
        var epochs = run.history();
        validation(run, epochs, "val_loss", parts);
        for (var name : run.metrics()) {
            var value = now.metrics().get(name);
            if (value != null) {
                parts.add(name + " " + Digits.of(value));
            }
            validation(run, epochs, "val_" + name, parts);
        }
        boolean running = run.state() == Run.State.RUNNING;
        if (clock.isShown()) {
            parts.add(time(now.elapsed()) + (running ? ", " + time(now.remaining()) + " to go" : ""));
        }
        if (run.state() == Run.State.INTERRUPTED) {
            parts.add("weights and history kept");
        }
        return String.join(" · ", parts);
    }

    /** Further numbers, for example {@code learning rate 0.001 · 412 steps/s · 12.3 MB in tensors}. */
    static String details(Run run) {
        return details(run, Clock.SESSION);
    }

    static String details(Run run, Clock clock) {
        var parts = new ArrayList<String>();
        var epochs = run.history();
        if (!epochs.isEmpty()) {
            parts.add("learning rate " + Digits.of(epochs.get(epochs.size() - 1).learningRate()));
        }
        if (clock.isShown()) {
            speed(run, parts);
        }
        return String.join(" · ", parts);
    }

    private static void speed(Run run, List<String> parts) {
        run.progress().ifPresent(now -> {
            double steps = (now.epoch() - 1.0) * now.steps() + now.step();
            double seconds = now.elapsed().toMillis() / 1e3;
            if (steps > 0 && seconds > 0) {
                parts.add(Digits.of(steps / seconds) + " steps/s");
            }
        });
        if (run.state() == Run.State.RUNNING) {
            parts.add(String.format(Locale.ROOT, "%.1f MB in tensors", Native.liveBytes() / 1e6));
        }
    }

    /** Whether epochs ended with different learning rates. */
    static boolean changesRate(Run run) {
        return run.history().stream()
                        .mapToDouble(Epoch::learningRate)
                        .distinct()
                        .count()
                > 1;
    }

    private static void validation(Run run, List<Epoch> epochs, String name, List<String> parts) {
        if (run.hasValidation() && !epochs.isEmpty()) {
            parts.add(name + " " + Digits.of(epochs.get(epochs.size() - 1).get(name)));
        }
    }

    /** For example {@code 0.4 s}, {@code 2 min 05 s}, {@code 1 h 02 min}. */
    static String time(Duration duration) {
        long tenths = Math.round(duration.toMillis() / 100.0);
        if (tenths < 600) {
            return String.format(Locale.ROOT, "%d.%d s", tenths / 10, tenths % 10);
        }
        long seconds = Math.round(tenths / 10.0);
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d min %02d s", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d h %02d min", seconds / 3600, seconds / 60 % 60);
    }

    /** How the training went, for those who cannot see its curves. */
    static String alt(Run run) {
        var epochs = run.history();
        var parts = new ArrayList<String>();
        if (run.state() != Run.State.FINISHED) {
            parts.add("training " + state(run) + " in epoch "
                    + run.progress().map(now -> now.epoch()).orElse(0) + " of " + run.epochs());
        }
        if (epochs.isEmpty()) {
            run.progress().ifPresent(now -> parts.add("loss " + Digits.of(now.loss())));
            return parts.isEmpty() ? "a training without an epoch" : String.join("; ", parts);
        }
        parts.add(loss(epochs));
        if (run.hasValidation()) {
            parts.add(validation(epochs, metric(run)));
        } else if (!metric(run).isEmpty()) {
            parts.add(metric(run) + " " + Digits.of(last(epochs, metric(run))));
        }
        var note = notFinite(run, "loss");
        if (!note.isEmpty()) {
            parts.add(note);
        }
        return String.join("; ", parts);
    }

    private static String loss(List<Epoch> epochs) {
        double first = epochs.get(0).loss();
        double last = last(epochs, "loss");
        if (epochs.size() == 1) {
            return "loss " + Digits.of(last) + " after 1 epoch";
        }
        var over = " over " + epochs.size() + " epochs";
        if (!Double.isFinite(first) || !Double.isFinite(last)) {
            return "loss went from " + Digits.of(first) + " to " + Digits.of(last) + over;
        }
        if (first == last) {
            return "loss stayed at " + Digits.of(last) + over;
        }
        var verb = last < first ? "fell" : "rose";
        return "loss " + verb + " from " + Digits.of(first) + " to " + Digits.of(last) + over;
    }

    private static String validation(List<Epoch> epochs, String metric) {
        boolean share = isShare(metric);
        var name = share ? metric : "loss";
        var said = "validation " + name + " " + Digits.of(last(epochs, "val_" + name));
        int best = best(epochs, "val_" + name, share);
        return best < 0 || epochs.size() == 1
                ? said
                : said + ", best in epoch " + epochs.get(best).number();
    }

    /** The index of the first epoch with the best finite value, or -1 where none is finite. */
    private static int best(List<Epoch> epochs, String name, boolean high) {
        int best = -1;
        double record = high ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        for (int at = 0; at < epochs.size(); at++) {
            double value = epochs.get(at).get(name);
            if (Double.isFinite(value) && (high ? value > record : value < record)) {
                best = at;
                record = value;
            }
        }
        return best;
    }

    /** Since when a value cannot be drawn, in words; empty where all are finite. */
    static String notFinite(Run run, String name) {
        for (var epoch : run.history()) {
            if (!Double.isFinite(epoch.get(name))) {
                return name + " is not finite from epoch " + epoch.number() + " on";
            }
        }
        boolean now = run.progress()
                .map(p -> name.equals("loss") ? p.loss() : p.metrics().getOrDefault(name, 0.0))
                .filter(value -> !Double.isFinite(value))
                .isPresent();
        return now ? name + " is not finite any more" : "";
    }

    private static double last(List<Epoch> epochs, String name) {
        return epochs.get(epochs.size() - 1).get(name);
    }
}
