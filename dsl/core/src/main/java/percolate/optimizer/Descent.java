package percolate.optimizer;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import percolate.Optimizer;
import percolate.model.Attributes;

/**
 * What every optimizer can be given.
 *
 * <p>A step goes in this order: penalties of the layers' own, clipValue, clipNorm, l1 and weightDecay, the optimizer's
 * formula, maxNorm.
 *
 * @param <S> the optimizer's own type, which its options return
 */
public abstract class Descent<S extends Descent<S>> extends Optimizer {
    protected Descent(Attributes attributes) {
        super(attributes);
        Stream.of("weightDecay", "l1").forEach(this::atLeastZero);
        Stream.of("clipNorm", "clipValue", "maxNorm").forEach(this::aboveZero);
    }

    protected abstract S with(Attributes attributes);

    protected final S option(String name, Object value) {
        return with(attributes().with(name, value));
    }

    /**
     * Pulls weights towards 0: adds λ·w to each gradient, the derivative of ½·λ·Σw². AdamW shrinks them beside its step
     * instead, w ← w − η·λ·w, whatever the gradients are.
     */
    public S weightDecay(Number lambda) {
        return option("weightDecay", lambda);
    }

    /** Adds λ·sign w to each gradient, which makes weights 0 that are of little use: the derivative of λ·Σ|w|. */
    public S l1(Number lambda) {
        return option("l1", lambda);
    }

    /**
     * Shrinks the incoming weights of each unit after a step so that their norm is at most {@code bound}; biases stay.
     *
     * @see <a href="https://jmlr.org/papers/v15/srivastava14a.html">Srivastava et al. 2014, section 5.1</a>
     */
    public S maxNorm(Number bound) {
        return option("maxNorm", bound);
    }

    /** Shrinks all gradients together so that their common norm √Σg² is at most {@code bound}. */
    public S clipNorm(Number bound) {
        return option("clipNorm", bound);
    }

    /** Cuts each number of a gradient to −bound … bound. */
    public S clipValue(Number bound) {
        return option("clipValue", bound);
    }

    /**
     * Another learning rate for some weights; a schedule changes it by the same factor as the others'.
     *
     * @param pattern a layer or weight, * stands for any letters: {@code head}, {@code conv*}, {@code *.bias}; the last one
     *     said that fits counts
     * @param rate 0 or more; 0 leaves the weights as they are
     */
    public S rate(String pattern, Number rate) {
        return with(Rates.with(attributes(), pattern, rate));
    }

    @Override
    public final List<String> write(List<Parameter> weights) {
        var before = new ArrayList<>(Penalising.ofLayers(weights));
        if (attributes().has("clipValue")) {
            before.addAll(Clipping.byValue(attributes().number("clipValue")));
        }
        if (attributes().has("clipNorm")) {
            before.addAll(Clipping.byNorm(attributes().number("clipNorm")));
        }
        if (attributes().has("l1")) {
            before.addAll(Penalising.l1(attributes().number("l1")));
        }
        if (decay() != 0 && !decaysItself()) {
            before.addAll(Penalising.l2(decay()));
        }
        var groups = Rates.groups(attributes(), weights);
        var still = groups.getOrDefault(0.0, List.of());
        var after = Penalising.maxNorm(
                weights, still, attributes().has("maxNorm") ? attributes().number("maxNorm") : 0);
        var lines = new ArrayList<>(before);
        groups.forEach((rate, group) -> lines.addAll(step(rate, group, weights.size())));
        lines.addAll(after);
        return unrecorded(lines);
    }

    /** Statements on weights that are not recorded for gradients. */
    private static List<String> unrecorded(List<String> lines) {
        return Stream.of(
                        List.of("_n = torch.set_grad_enabled(False)"),
                        lines,
                        List.of("_n = torch.set_grad_enabled(True)"))
                .flatMap(List::stream)
                .toList();
    }

    /** The step of the weights that share a rate: of all, or of lists of their own. */
    private List<String> step(double rate, List<Integer> group, int all) {
        // A schedule moves lr; a rate of its own keeps its proportion.
        var rates = rate == rate() ? "lr" : "torch.mul(lr, " + rate / rate() + ")";
        if (group.size() == all) {
            return step(new Group("", rates));
        }
        var suffix = "_" + group.get(0);
        // What is written to a list that was made here is taken for dead code, unless the list was put somewhere.
        var lines = new ArrayList<>(List.of("kept = annotate(List[List[Tensor]], [])"));
        Stream.concat(Stream.of("ps", "gs"), moments().stream().map(Moment::name))
                .forEach(list -> {
                    var members = group.stream().map(i -> list + "[" + i + "]").collect(Collectors.joining(", "));
                    lines.add(list + suffix + " = [" + members + "]");
                    lines.add("_k = torch.append(kept, " + list + suffix + ")");
                });
        lines.addAll(step(new Group(suffix, rates)));
        return lines;
    }

    /**
     * Weights that share a rate.
     *
     * @param suffix of the names of their lists
     * @param rate the expression for it
     */
    protected record Group(String suffix, String rate) {
        /** The statement with the lists' names, {@code ps}, {@code gs} and others in braces, {@code {lr}} the rate. */
        String line(String template) {
            return template.replace("{lr}", rate).replaceAll("\\{(\\w+)}", "$1" + suffix);
        }

        List<String> lines(String... templates) {
            return Stream.of(templates).map(this::line).toList();
        }
    }

    /** The native statements that change the weights of a group. */
    protected abstract List<String> step(Group group);

    /** Whether {@link #step} sees to weight decay, which else is added to the gradients before. */
    protected boolean decaysItself() {
        return true;
    }

    protected final double decay() {
        return number("weightDecay", 0);
    }

    protected final double number(String option, double otherwise) {
        return attributes().has(option) ? attributes().number(option) : otherwise;
    }

    protected final void atLeastZero(String option) {
        if (!(number(option, 0) >= 0) || Double.isInfinite(number(option, 0))) {
            throw new IllegalArgumentException(attributes().kind() + "." + option
                    + ": expected a finite number of 0 or more, got " + number(option, 0) + "; leave it out for none");
        }
    }

    protected final void aboveZero(String option) {
        if (!(number(option, 1) > 0) || Double.isInfinite(number(option, 1))) {
            throw new IllegalArgumentException(
                    attributes().kind() + "." + option + ": expected a finite bound above 0, got "
                            + attributes().values().get(option) + "; leave it out for what is usual");
        }
    }

    protected final void belowOne(String option) {
        atLeastZero(option);
        if (!(number(option, 0) < 1)) {
            throw new IllegalArgumentException(attributes().kind() + "." + option
                    + ": expected a share from 0 to below 1, got " + number(option, 0) + "; 0.9 is usual");
        }
    }
}
