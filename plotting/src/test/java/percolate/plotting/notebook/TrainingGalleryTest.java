package percolate.plotting.notebook;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import percolate.LearningRates;
import percolate.Run;
import percolate.plotting.Gallery;
import percolate.plotting.Pictures;

class TrainingGalleryTest {
    private static final double NOT_A_NUMBER = Double.NaN;

    private static RecordedRun run(int epochs, double rate) {
        var run = new RecordedRun(epochs, true, "accuracy");
        for (int at = 1; at <= epochs; at++) {
            double loss = 2.3 * Math.exp(-rate * at);
            run.epoch(
                    loss + 0.05,
                    loss + 0.1 + 0.002 * at,
                    1 - 0.9 * Math.exp(-rate * at),
                    0.97 - 0.9 * Math.exp(-rate * at));
        }
        return run;
    }

    private static LearningRates rates() {
        var rates = IntStream.range(0, 100)
                .mapToDouble(at -> 1e-6 * Math.pow(10, at * 0.06))
                .toArray();
        var smoothed = IntStream.range(0, 100)
                .mapToDouble(at -> 2.3 - 1.8 / (1 + Math.exp((55 - at) / 6.0)) + Math.exp((at - 92) / 3.0))
                .toArray();
        var losses = IntStream.range(0, 100)
                .mapToDouble(at -> smoothed[at] + 0.2 * Math.sin(at * 2.3))
                .toArray();
        return new LearningRates(rates, losses, smoothed, 55);
    }

    private static Map<String, Run> named() {
        var runs = new TreeMap<String, Run>();
        runs.put("adam(0.001)", run(20, 0.3));
        runs.put("sgd(0.1)", run(20, 0.12));
        runs.put("sgd(0.01)", run(12, 0.02));
        return runs;
    }

    @TestFactory
    Stream<DynamicTest> pictures() {
        return Gallery.of("training")
                .add("run", () -> RunPanel.of(run(20, 0.2).ending(Run.State.FINISHED)))
                .add("run-empty", () -> RunPanel.of(new RecordedRun(5, false).ending(Run.State.INTERRUPTED)))
                .add(
                        "run-diverged",
                        () -> RunPanel.of(new RecordedRun(3, false, "accuracy")
                                .epoch(5, 0, 0.3, 0)
                                .epoch(Double.POSITIVE_INFINITY, 0, 0.1, 0)
                                .epoch(NOT_A_NUMBER, 0, NOT_A_NUMBER, 0)
                                .ending(Run.State.FAILED)))
                .add(
                        "run-gradients",
                        () -> RunPanel.of(LayerGradientsTest.run(
                                        new double[] {0.02, 0.05, 0.04, 0.1}, new double[] {0.01, 0.02, 0.03, 0.05})
                                .ending(Run.State.FINISHED)))
                .add(
                        "run-vanishing",
                        () -> RunPanel.of(LayerGradientsTest.run(
                                        new double[] {1e-7, 1e-6, 1e-5, 1e-4, 1e-3, 1e-2, 1e-1},
                                        new double[] {2e-8, 1e-7, 8e-6, 9e-5, 1e-3, 1e-2, 1e-1})
                                .ending(Run.State.FINISHED)))
                .add("compare", () -> Pictures.compare(named()))
                .add("compare-log", () -> Pictures.compare(run(5, 0.2), run(9, 0.4))
                        .logY())
                .add("learning-rates", () -> Pictures.plot(rates()))
                .tests();
    }
}
