package percolate.schedule;

import java.util.List;
import percolate.model.Attributes;

/**
 * f = m + (1 − m)·½(1 + cos πt/T), half a wave over the T steps of the training, or of a cycle; in every step.
 * Torch: {@code CosineAnnealingLR} and {@code CosineAnnealingWarmRestarts}, stepped after every step.
 *
 * @see <a href="https://arxiv.org/abs/1608.03983">Loshchilov and Hutter 2017</a>
 */
public final class Cosine extends Warming<Cosine> {
    private Cosine(Attributes attributes) {
        super(attributes);
        least();
        if (attributes.has("restarts")) {
            var cycles = attributes.integers("restarts");
            cycles.forEach(Cosine::atLeastOne);
        }
    }

    public Cosine() {
        this(Attributes.of("cosine"));
    }

    @Override
    protected Cosine with(Attributes attributes) {
        return new Cosine(attributes);
    }

    /** Begins again at the full rate after so many epochs, each time. */
    public Cosine restarts(int epochs) {
        return option("restarts", List.of(epochs));
    }

    /** Begins again after so many epochs; each cycle is {@code longer} times as long as the one before. */
    public Cosine restarts(int epochs, int longer) {
        return option("restarts", List.of(epochs, longer));
    }

    /** m, the share of the rate at which a wave ends; 0 unless said. */
    public Cosine least(Number share) {
        return option("least", share);
    }

    private double least() {
        double least = attributes().has("least") ? attributes().number("least") : 0;
        if (!(least >= 0 && least <= 1)) {
            throw new IllegalArgumentException(
                    "cosine.least: expected a share of the rate from 0 to 1, got " + least + "; 0.01 is usual");
        }
        return least;
    }

    private static void atLeastOne(int value) {
        if (value < 1) {
            throw new IllegalArgumentException(
                    "cosine.restarts: expected 1 epoch or more, got " + value + "; leave it out for a single wave");
        }
    }

    @Override
    protected double at(Position position, Position behind) {
        double share = attributes().has("restarts") ? ofCycle(behind.epochs()) : behind.share();
        return least() + (1 - least()) * (1 + Math.cos(Math.PI * share)) / 2;
    }

    /** The part of its cycle that is done. */
    private double ofCycle(double epochs) {
        var cycles = attributes().integers("restarts");
        double left = epochs;
        double length = cycles.get(0);
        while (left >= length) {
            left -= length;
            length *= cycles.size() > 1 ? cycles.get(1) : 1;
        }
        return left / length;
    }
}
