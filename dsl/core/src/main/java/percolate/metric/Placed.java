package percolate.metric;

import percolate.Metric;
import percolate.Shape;
import percolate.Tensor;
import percolate.program.Counts;
import percolate.program.Scoring;

/** A metric of one output of a model that has several. */
public record Placed(Metric metric, String output) implements Metric {
    @Override
    public Metric leavingOut(int label) {
        return new Placed(metric.leavingOut(label), output);
    }

    @Override
    public String name() {
        return metric.name();
    }

    @Override
    public Tensor prepare(Shape shape, Tensor targets) {
        return metric.prepare(shape, targets);
    }

    @Override
    public Counts counts(Scoring scoring) {
        return metric.counts(scoring);
    }

    @Override
    public double value(double[] gathered) {
        return metric.value(gathered);
    }

    @Override
    public Tensor result(double[] gathered) {
        return metric.result(gathered);
    }

    @Override
    public boolean isOwn() {
        return metric.isOwn();
    }

    @Override
    public boolean readsLogits() {
        return metric.readsLogits();
    }

    @Override
    public Tensor of(Tensor prediction, Tensor target) {
        return metric.of(prediction, target);
    }

    @Override
    public Metric at(String other) {
        return new Placed(metric, other);
    }

    @Override
    public String toString() {
        return metric + ".at(\"" + output + "\")";
    }
}
