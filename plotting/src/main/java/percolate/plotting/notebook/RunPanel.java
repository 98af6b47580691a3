package percolate.plotting.notebook;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;
import percolate.Progress;
import percolate.Run;
import percolate.plotting.chart.Frame;
import percolate.plotting.chart.Panel;
import percolate.plotting.chart.Picture;
import percolate.plotting.chart.Plot;
import percolate.plotting.chart.Series;
import percolate.plotting.chart.Sign;

/** A training as a picture: loss on the left, accuracy or another metric on the right. */
public final class RunPanel {
    /** More would be too narrow. */
    private static final int MOST_CHARTS = 3;

    private RunPanel() {}

    /** From what the run itself remembers, one point per epoch. */
    public static Picture of(Run run) {
        return of(run, List.of());
    }

    /** With what was seen within the epochs. */
    static Picture of(Run run, List<Progress> seen) {
        return of(run, seen, Clock.SESSION);
    }

    static Picture of(Run run, List<Progress> seen, Clock clock) {
        var charts = new ArrayList<Plot>();
        charts.add(chart(run, seen, "loss"));
        var metric = RunWords.metric(run);
        if (!metric.isEmpty()) {
            charts.add(chart(run, seen, metric));
        }
        var gradients = LayerGradients.of(run);
        gradients.ifPresent(its -> charts.add(its.plot()));
        if (RunWords.changesRate(run) && charts.size() < MOST_CHARTS) {
            charts.add(rates(run));
        }
        return Picture.of(new Panel(
                sign(run.state()),
                RunWords.state(run),
                RunWords.caption(run, clock),
                RunWords.details(run, clock),
                done(run),
                charts,
                RunWords.alt(run) + gradients.map(its -> "; " + its.words()).orElse("")));
    }

    private static Plot chart(Run run, List<Progress> seen, String name) {
        var lines = new ArrayList<>(List.of(training(run, seen, name)));
        if (run.hasValidation()) {
            lines.add(validation(run, name));
        }
        return Plot.of(lines)
                .withTitles("epoch", name)
                .withFrame(frame(run, name))
                .withNote(RunWords.notFinite(run, name));
    }

    /** The learning rate at each epoch's end, where it does not stay the same. */
    private static Plot rates(Run run) {
        var epochs = run.history();
        var line = Series.of(
                "",
                epochs.stream().mapToDouble(epoch -> epoch.number()).toArray(),
                epochs.stream().mapToDouble(epoch -> epoch.learningRate()).toArray());
        return Plot.of(List.of(line.withDots()))
                .withTitles("epoch", "learning rate")
                .withFrame(frame(run, "learning_rate"));
    }

    static Frame frame(Run run, String name) {
        var frame = Frame.counting(0, lastEpoch(run));
        return RunWords.isShare(name) ? frame.within(0, 1) : frame;
    }

    /** As many epochs as are planned while they are to come; where the training has ended, the one in which it did. */
    private static int lastEpoch(Run run) {
        return run.state() == Run.State.RUNNING
                ? run.epochs()
                : run.progress().map(now -> now.epoch()).orElse(run.epochs());
    }

    /** What was seen, and each epoch's own value at its end. */
    private static Series training(Run run, List<Progress> seen, String name) {
        var points = new TreeMap<Double, Double>();
        for (var now : seen) {
            points.put(
                    now.position(),
                    name.equals("loss") ? now.loss() : now.metrics().getOrDefault(name, Double.NaN));
        }
        run.history().forEach(epoch -> points.put((double) epoch.number(), epoch.get(name)));
        return Series.of("training", array(points.keySet()), array(points.values()));
    }

    private static Series validation(Run run, String name) {
        var epochs = run.history();
        return Series.of(
                        "validation",
                        epochs.stream().mapToDouble(epoch -> epoch.number()).toArray(),
                        epochs.stream()
                                .mapToDouble(epoch -> epoch.get("val_" + name))
                                .toArray())
                .withDots();
    }

    private static double[] array(Collection<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static double done(Run run) {
        return run.epochs() == 0
                ? 0
                : run.progress().map(now -> now.position() / run.epochs()).orElse(0.0);
    }

    private static Sign sign(Run.State state) {
        return switch (state) {
            case RUNNING -> Sign.PLAY;
            case FINISHED -> Sign.CHECK;
            case INTERRUPTED -> Sign.STOP;
            case FAILED -> Sign.CROSS;
        };
    }
}
