package percolate.loss;

import percolate.Shape;
import percolate.Tensor;
import percolate.engine.NativeFailure;
import percolate.model.Attributes;
import percolate.program.Scoring;

/**
 * Cross-entropy of yes and no, −y·ln p − (1 − y)·ln(1 − p), the mean over all elements.
 *
 * <p>Outputs are probabilities p, or after {@link #logits} numbers z with p = sigmoid(z); targets have their shape, from 0
 * to 1. Logarithms stop at −100. A model that ends in sigmoid is trained on the sigmoid's operands, which gives the same
 * loss without its rounding.
 */
public final class BinaryCrossEntropy extends Criterion<BinaryCrossEntropy> {
    private BinaryCrossEntropy(Attributes attributes) {
        super(attributes);
    }

    public BinaryCrossEntropy() {
        this(Attributes.of("binaryCrossEntropy"));
    }

    @Override
    protected BinaryCrossEntropy with(Attributes attributes) {
        return new BinaryCrossEntropy(attributes);
    }

    /** Outputs are what a sigmoid would turn into probabilities. */
    public BinaryCrossEntropy logits() {
        return option("logits", true);
    }

    /** Outputs are probabilities, as unless said otherwise. */
    public BinaryCrossEntropy probabilities() {
        return with(attributes().without("logits"));
    }

    @Override
    public String applies() {
        return "sigmoid";
    }

    @Override
    public boolean takesLogits() {
        return attributes().flag("logits", false);
    }

    /** @throws IllegalArgumentException if predictions are no probabilities, and were not said to be {@link #logits} */
    @Override
    public Tensor of(Tensor prediction, Tensor target) {
        try {
            return super.of(prediction, target);
        } catch (NativeFailure e) {
            if (!String.valueOf(e.getMessage()).contains("between 0 and 1")) {
                throw e;
            }
            throw new IllegalArgumentException(
                    name() + ": expected predictions from 0 to 1, got them from "
                            + prediction.min().item() + " to "
                            + prediction.max().item() + "; take binaryCrossEntropy().logits() for what no sigmoid"
                            + " has seen",
                    e);
        }
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        return Numbers.within(0, 1, name(), output, targets);
    }

    @Override
    public String write(Scoring scoring) {
        return areProbabilities(scoring, !takesLogits())
                ? "torch.binary_cross_entropy(o, y, None, " + reduction().code() + ")"
                : "torch.binary_cross_entropy_with_logits(o, y, None, None, "
                        + reduction().code() + ")";
    }
}
