package percolate.program;

import java.util.ArrayList;
import java.util.List;

/**
 * What differs from step to step of one training program. Nothing of it is written, and so costs nothing, where it is not
 * wanted.
 *
 * @param rates whether each step has a learning rate of its own: that argument is then a vector
 * @param seeds whether each step seeds the native generator, so that what it draws depends on its number alone; adds the
 *     int64 vector {@code seeds} to the arguments
 * @param accumulate how many batches' gradients are averaged before the weights change; 1: none wait. Otherwise a list
 *     {@code sums}, shaped like the trained weights, is added to the arguments
 * @param truncation how sequences are cut; each window of a batch is then a step
 */
public record Rhythm(boolean rates, boolean seeds, int accumulate, Truncation truncation) {
    public static final Rhythm PLAIN = new Rhythm(false, false, 1, Truncation.NONE);

    public boolean isAccumulating() {
        return accumulate > 1;
    }

    /** Once, before the steps. */
    List<String> begin() {
        return rates ? List.of() : List.of("lr = float(rate)");
    }

    /** At the beginning of step {@code i} of a call. */
    List<String> first() {
        var lines = new ArrayList<String>();
        if (rates) {
            lines.add("lr = float(torch.select(rate, 0, i))");
        }
        if (seeds) {
            lines.add("_m = torch.manual_seed(int(torch.select(seeds, 0, i)))");
        }
        if (isAccumulating()) {
            lines.addAll(turn());
        }
        return lines;
    }

    /** How many gradients are in the sums with this step's, and whether the weights change now. */
    private List<String> turn() {
        return List.of(
                "place = torch.remainder(torch.add(first, i), perEpoch)",
                "gathered = torch.add(torch.remainder(place, " + accumulate + "), 1)",
                "change = torch.__or__(torch.eq(gathered, " + accumulate
                        + "), torch.eq(torch.add(place, 1), perEpoch))");
    }

    /** The same in a program of one step, which is told. */
    List<String> turnOfOne() {
        return isAccumulating()
                ? List.of(
                        "gathered = int(torch.select(turn, 0, 0))",
                        "change = torch.ne(int(torch.select(turn, 0, 1)), 0)")
                : List.of();
    }

    /** The names of its tensors among the arguments. */
    List<String> tensors() {
        return seeds ? List.of("order", "plan", "rate", "seeds") : List.of("order", "plan", "rate");
    }

    /** The change of the weights: at once, or after the last of the batches whose gradients are averaged. */
    List<String> change(List<String> update) {
        if (!isAccumulating()) {
            return update;
        }
        var lines = new ArrayList<>(List.of(
                "_n = torch.set_grad_enabled(False)",
                "_a = torch._foreach_add_(sums, gs, alpha=1)",
                "_n = torch.set_grad_enabled(True)",
                "if change:",
                "  gs = torch._foreach_div(sums, gathered)"));
        update.forEach(line -> lines.add("  " + line));
        lines.add("  _a = torch._foreach_zero_(sums)");
        return lines;
    }
}
