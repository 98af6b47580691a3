package percolate.program;

import java.util.ArrayList;
import java.util.List;
import percolate.Loss;
import percolate.Metric;
import percolate.program.Counts.Gathering;

/**
 * A number of a training's table: a weighted sum of values, each for all examples together.
 *
 * @param name for example {@code kind_accuracy}
 * @param parts what it is the sum of
 */
record Column(String name, List<Part> parts) {
    /**
     * One value, so many times.
     *
     * @param metric makes it from what was counted; null for what layers ask of their weights
     * @param counts what is counted in each batch
     */
    record Part(double weight, Metric metric, Counts counts) {
        /** The same, whose counts a variable holds. */
        Part counted(String variable) {
            return new Part(weight, metric, new Counts(variable, counts.width(), counts.gathering()));
        }

        double value(double[] gathered) {
            return weight * (metric == null ? gathered[0] : metric.value(gathered));
        }
    }

    /** What a metric measures: a sum of losses term by term, each counting in its own way. */
    static Column of(String name, Metric metric, Scoring scoring) {
        var parts = new ArrayList<Part>();
        if (metric instanceof Loss loss) {
            loss.terms()
                    .forEach(t ->
                            parts.add(new Part(t.weight(), t.loss(), t.loss().counts(scoring))));
        } else {
            parts.add(new Part(1, metric, metric.counts(scoring)));
        }
        return new Column(name, parts);
    }

    /** A number that comes from Java. */
    static Column given(String name, Metric metric, String value) {
        return new Column(name, List.of(new Part(1, metric, Counts.mean(value))));
    }

    boolean isPlain() {
        return parts.stream().allMatch(p -> p.counts().gathering() == Gathering.MEAN);
    }

    /** @param gathered for each part what was counted in all batches */
    double value(List<double[]> gathered) {
        double sum = 0;
        for (int i = 0; i < parts.size(); i++) {
            sum += parts.get(i).value(gathered.get(i));
        }
        return sum;
    }
}
