package percolate.loss;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import percolate.Loss;
import percolate.Shape;
import percolate.Tensor;
import percolate.program.Scoring;

/** Losses of the same outputs and targets, each with its weight: Σ wᵢ·lossᵢ. */
public final class WeightedSum implements Loss {
    private final List<Term> terms;
    private final String name;
    private final String output;

    private WeightedSum(List<Term> terms, String name, String output) {
        this.terms = List.copyOf(terms);
        this.name = name;
        this.output = output;
        if (terms.size() > 1 && terms.stream().anyMatch(t -> t.loss().reduction() == Reduction.NONE)) {
            throw new IllegalArgumentException(
                    this + ": expected losses of one number each, got one that is not reduced; leave none() out");
        }
        if (terms.stream().map(t -> t.loss().reduction()).distinct().count() > 1) {
            throw new IllegalArgumentException(
                    this + ": expected losses that are all means or all sums over a batch, got"
                            + " some of each; take mean() or sum() of all");
        }
    }

    /** A sum of one. */
    public WeightedSum(Loss only) {
        this(List.of(new Term(1, only)), "", only.output());
    }

    @Override
    public WeightedSum leavingOut(int label) {
        var all = terms.stream()
                .map(t -> new Term(t.weight(), t.loss().leavingOut(label)))
                .toList();
        return new WeightedSum(all, name, output);
    }

    @Override
    public WeightedSum times(Number weight) {
        if (!Double.isFinite(weight.doubleValue())) {
            throw new IllegalArgumentException(this + ".times: expected a finite weight, got " + weight);
        }
        var scaled = terms.stream()
                .map(t -> new Term(t.weight() * weight.doubleValue(), t.loss()))
                .toList();
        return new WeightedSum(scaled, name, output);
    }

    @Override
    public WeightedSum plus(Loss other) {
        if (!other.output().isEmpty() && !other.output().equals(output)) {
            throw new IllegalArgumentException(this + ".plus: expected a loss of the same output, "
                    + (output.isEmpty() ? "the first" : "\"" + output + "\"") + ", got one of \"" + other.output()
                    + "\"; add losses of one output, and say at(…) of their sum");
        }
        var all = new ArrayList<>(terms);
        all.addAll(other instanceof WeightedSum sum ? sum.terms : List.of(new Term(1, other)));
        return new WeightedSum(all, name, output);
    }

    @Override
    public WeightedSum named(String as) {
        return new WeightedSum(terms, as, output);
    }

    @Override
    public WeightedSum at(String of) {
        return new WeightedSum(terms, name, of);
    }

    @Override
    public String name() {
        return name.isEmpty() ? toString() : name;
    }

    @Override
    public String output() {
        return output;
    }

    @Override
    public boolean isOwn() {
        return terms.stream().anyMatch(t -> t.loss().isOwn());
    }

    @Override
    public Tensor of(Tensor prediction, Tensor target) {
        return isOwn()
                ? terms.stream()
                        .map(t -> t.loss().of(prediction, target).times(t.weight()))
                        .reduce(Tensor::plus)
                        .orElseThrow()
                : written(prediction, target);
    }

    @Override
    public List<Term> terms() {
        return terms;
    }

    @Override
    public Reduction reduction() {
        return terms.get(0).loss().reduction();
    }

    @Override
    public Tensor prepare(Shape shape, Tensor targets) {
        var first = terms.get(0).loss().prepare(shape, targets);
        for (var term : terms) {
            var its = term.loss().prepare(shape, targets);
            if (!same(its, first)) {
                throw new IllegalArgumentException(this + ": expected losses of the same targets, got "
                        + terms.get(0).loss() + " that compares " + first.shape() + " " + first.dtype() + " and "
                        + term.loss() + " that compares " + its.shape() + " " + its.dtype()
                        + "; train two outputs, each with a loss at(…)");
            }
        }
        return first;
    }

    private static boolean same(Tensor a, Tensor b) {
        return a.dtype() == b.dtype()
                && a.shape().equals(b.shape())
                && Arrays.equals(a.toDoubleArray(), b.toDoubleArray());
    }

    @Override
    public String applies() {
        var applied = terms.stream().map(t -> t.loss().applies()).distinct().toList();
        return applied.size() == 1 ? applied.get(0) : "";
    }

    @Override
    public boolean takesLogits() {
        return terms.stream().allMatch(t -> t.loss().takesLogits());
    }

    @Override
    public boolean isRandom() {
        return terms.stream().anyMatch(t -> t.loss().isRandom());
    }

    @Override
    public String write(Scoring scoring) {
        return Term.sum(terms.stream().map(t -> t.times(t.loss().write(scoring))));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WeightedSum sum
                && terms.equals(sum.terms)
                && name.equals(sum.name)
                && output.equals(sum.output);
    }

    @Override
    public int hashCode() {
        return terms.hashCode();
    }

    /** As it was written, for example {@code mse().times(0.5).plus(mae())}. */
    @Override
    public String toString() {
        var first = terms.get(0).toString();
        return terms.stream().skip(1).map(t -> ".plus(" + t + ")").collect(Collectors.joining("", first, ""));
    }
}
