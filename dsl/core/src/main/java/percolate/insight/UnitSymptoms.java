package percolate.insight;

import static percolate.insight.Case.percent;
import static percolate.insight.Case.say;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import percolate.Tensor;
import percolate.Verdict;
import percolate.Verdict.Finding;

/** What units give for the sample, by the weights that the training ended with. */
final class UnitSymptoms {
    private static final double MANY = 0.5;
    private static final double NOTHING = 1e-4;
    private static final int IMAGES = 4;

    private UnitSymptoms() {}

    static Optional<Verdict> deadRelus(Case its) {
        var net = its.replay().model();
        var values = net.activations(its.sample().inputs().toArray(Tensor[]::new));
        var found = new ArrayList<String>();
        for (var step : net.graph().steps()) {
            if (step.layer().activation().name().equals("relu")) {
                double dead = dead(values.at(step.name()));
                if (dead >= MANY) {
                    found.add(percent(dead) + " of the units of " + step.name());
                }
            }
        }
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(new Verdict(
                        Finding.DEAD_RELUS,
                        String.join(", ", found) + " give 0 for all of "
                                + its.sample().size() + " examples, and get no gradient any more",
                        "take a smaller learning rate than " + its.rate() + ", leakyRelu(0.01) in place of relu(), or"
                                + " init(he())"));
    }

    /** The share of units, or of channels, that are never above 0. */
    private static double dead(Tensor values) {
        var units = values.shape().rank() == IMAGES ? values.permute(0, 2, 3, 1) : values;
        var most = units.reshape(-1, units.size(-1)).max(0);
        return most.le(0).mean().item();
    }

    static Optional<Verdict> constantOutputs(Case its) {
        var outputs =
                Case.rows(its.replay().model().predict(its.sample().inputs().toArray(Tensor[]::new)));
        if (outputs.length < 2 || DataSymptoms.constantLabels(its).isPresent()) {
            return Optional.empty();
        }
        double spread = 0;
        for (int j = 0; j < outputs[0].length; j++) {
            spread = Math.max(spread, spread(outputs, j));
        }
        double size = Arrays.stream(outputs)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .average()
                .orElse(0);
        return spread > NOTHING * Math.max(size, NOTHING)
                ? Optional.empty()
                : Optional.of(new Verdict(
                        Finding.CONSTANT_OUTPUTS,
                        "all " + outputs.length + " examples get the same output, " + say(outputs[0][0])
                                + (outputs[0].length > 1 ? ", …" : ""),
                        "the inputs do not come through: look at net.activations(x) for a layer whose values are all"
                                + " equal, take a smaller learning rate, and begin with a new model"));
    }

    private static double spread(double[][] rows, int column) {
        var all = Arrays.stream(rows).mapToDouble(row -> row[column]).summaryStatistics();
        return all.getMax() - all.getMin();
    }
}
