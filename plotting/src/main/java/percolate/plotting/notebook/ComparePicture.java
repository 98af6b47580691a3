package percolate.plotting.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import percolate.Run;
import percolate.plotting.chart.Frame;
import percolate.plotting.chart.Picture;
import percolate.plotting.chart.Plot;
import percolate.plotting.chart.Plots;
import percolate.plotting.chart.Series;

/** Several trainings on the same axes: the loss, and the metric that all of them have. */
public final class ComparePicture {
    private ComparePicture() {}

    public static Picture of(List<Run> runs) {
        return of(
                IntStream.rangeClosed(1, runs.size())
                        .mapToObj(at -> "run " + at)
                        .toList(),
                runs);
    }

    public static Picture of(Map<String, Run> runs) {
        return of(List.copyOf(runs.keySet()), List.copyOf(runs.values()));
    }

    static Picture of(List<String> names, List<Run> runs) {
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("compare: there is no run; give one or more, compare(run1, run2)");
        }
        var plots = new ArrayList<>(List.of(plot(names, runs, "loss")));
        var metric = RunWords.metric(runs.get(0));
        if (!metric.isEmpty() && runs.stream().allMatch(run -> run.metrics().contains(metric))) {
            plots.add(plot(names, runs, metric));
        }
        return Picture.of(new Plots(plots));
    }

    /** The validation part's values where all have one. */
    private static Plot plot(List<String> names, List<Run> runs, String name) {
        boolean validation = runs.stream().allMatch(Run::hasValidation);
        var shown = (validation ? "val_" : "") + name;
        var lines = IntStream.range(0, runs.size())
                .mapToObj(at -> line(names.get(at), runs.get(at), shown))
                .toList();
        int epochs = runs.stream().mapToInt(run -> run.history().size()).max().orElse(1);
        var frame = Frame.counting(epochs > 1 ? 1 : 0, Math.max(1, epochs));
        return Plot.of(lines)
                .withTitles("epoch", validation ? "validation " + name : name)
                .withFrame(RunWords.isShare(name) ? frame.within(0, 1) : frame);
    }

    private static Series line(String name, Run run, String shown) {
        var epochs = run.history();
        return Series.of(
                        name,
                        epochs.stream().mapToDouble(epoch -> epoch.number()).toArray(),
                        epochs.stream().mapToDouble(epoch -> epoch.get(shown)).toArray())
                .withDots();
    }
}
