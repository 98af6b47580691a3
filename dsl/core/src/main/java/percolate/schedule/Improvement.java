package percolate.schedule;

import java.util.List;
import java.util.Set;
import percolate.Epoch;
import percolate.model.Attributes;

/**
 * When an epoch is better than those before: by which value, and by how much at least. Losses and errors are better the
 * smaller they are, all else the larger, unless it was said.
 *
 * @param on the value's name in the run's table; empty: val_loss where there is one, else loss
 * @param change by which it has to be better
 * @param smaller {@code true} or {@code false}, empty for what its name tells
 */
public record Improvement(String on, double change, String smaller) {
    private static final Set<String> ERRORS =
            Set.of("loss", "mae", "mse", "zeroOne", "perplexity", "error", "halfMse", "huber");

    /** As options say it: {@code on}, {@code minimumChange}, {@code smaller}. */
    public static Improvement of(Attributes attributes, double change) {
        double said = attributes.has("minimumChange") ? attributes.number("minimumChange") : change;
        if (!(said >= 0) || Double.isInfinite(said)) {
            throw new IllegalArgumentException(attributes.kind()
                    + ".minimumChange: expected a finite number of 0 or more, got " + said + "; 0.0001 is usual");
        }
        return new Improvement(attributes.text("on", ""), said, attributes.text("smaller", ""));
    }

    /** A name as it was said, as tables have it: {@code val accuracy} is {@code val_accuracy}. */
    public static String named(String said) {
        return said.strip().replace(' ', '_');
    }

    /** @throws IllegalArgumentException if there is no such value */
    public void check(String who, List<String> names) {
        if (!on.isEmpty() && !names.contains(on)) {
            throw new IllegalArgumentException(who + ".on: there is no \"" + on + "\" in this training, but " + names
                    + (on.startsWith("val_") ? "; train on a split for what has val_ in front" : ""));
        }
    }

    /** Whether each epoch was better than all before it. */
    public boolean[] better(List<Epoch> history) {
        var better = new boolean[history.size()];
        double best = Double.NaN;
        for (int i = 0; i < better.length; i++) {
            double value = value(history.get(i));
            better[i] = Double.isNaN(best) ? !Double.isNaN(value) : value < best - change;
            best = better[i] ? value : best;
        }
        return better;
    }

    /** Whether the last epoch was better than all before. */
    public boolean isBest(List<Epoch> history) {
        return since(history) == 0;
    }

    /** How many epochs ago the best one was; all of them where there is none. */
    public int since(List<Epoch> history) {
        var better = better(history);
        int last = better.length - 1;
        while (last >= 0 && !better[last]) {
            last--;
        }
        return better.length - 1 - last;
    }

    /** What is compared. */
    public String name(Epoch epoch) {
        return on.isEmpty() ? (Double.isNaN(epoch.validationLoss()) ? "loss" : "val_loss") : on;
    }

    private double value(Epoch epoch) {
        double value = epoch.get(name(epoch));
        return isSmaller(name(epoch)) ? value : -value;
    }

    private boolean isSmaller(String name) {
        var word = name.substring(name.lastIndexOf('_') + 1);
        return smaller.isEmpty() ? ERRORS.contains(word) : Boolean.parseBoolean(smaller);
    }
}
