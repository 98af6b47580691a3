package percolate.loss;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import percolate.Shape;
import percolate.Tensor;
import percolate.model.Attributes;
import percolate.program.Counts;
import percolate.program.Scoring;

/**
 * Cross-entropy of class labels, −ln softmax(o)_y, the mean over all labels.
 *
 * <p>Outputs are logits [batch, classes] with labels int64 [batch] from 0 to classes − 1, [batch, time, classes] with
 * [batch, time], or for images [batch, classes, height, width] with [batch, height, width]. A model that ends in softmax is
 * trained on the softmax's operands, which gives the same loss without its rounding.
 */
public final class CrossEntropy extends Criterion<CrossEntropy> {
    /** No probability counts as less, so that its logarithm is finite. */
    private static final double LEAST = 1e-12;

    /** Torch's number for ignoring nothing. */
    private static final long NO_LABEL = -100;

    private CrossEntropy(Attributes attributes) {
        super(attributes);
    }

    public CrossEntropy() {
        this(Attributes.of("crossEntropy"));
    }

    @Override
    protected CrossEntropy with(Attributes attributes) {
        return new CrossEntropy(attributes);
    }

    /** Outputs are what a softmax would turn into probabilities, as unless said otherwise. */
    public CrossEntropy logits() {
        return with(attributes().without("probabilities"));
    }

    /** Outputs are probabilities that sum to 1; none counts as less than 10⁻¹². */
    public CrossEntropy probabilities() {
        return option("probabilities", true);
    }

    /** Leaves out what has this label, for example padding; it may lie outside the classes. */
    public CrossEntropy ignore(int label) {
        return option("ignore", label);
    }

    @Override
    public CrossEntropy leavingOut(int label) {
        return ignored().isPresent() ? this : ignore(label);
    }

    /**
     * Replaces the certain label by 1 − s for it and s / classes for each class (Szegedy et al. 2016).
     *
     * @param share s, from 0 to below 1
     */
    public CrossEntropy smoothing(Number share) {
        if (!(share.doubleValue() >= 0 && share.doubleValue() < 1)) {
            throw new IllegalArgumentException(
                    "crossEntropy.smoothing: expected a share from 0 to below 1, got " + share + "; 0.1 is usual");
        }
        return option("smoothing", share);
    }

    /** How much each class counts; the mean is Σ wᵧ·loss / Σ wᵧ. */
    public CrossEntropy weights(Number... perClass) {
        if (Arrays.stream(perClass).anyMatch(w -> !(w.doubleValue() >= 0) || Double.isInfinite(w.doubleValue()))) {
            throw new IllegalArgumentException("crossEntropy.weights: expected finite numbers of 0 or more, got "
                    + Arrays.toString(perClass) + "; 0 leaves a class out");
        }
        return option(
                "weights",
                Arrays.stream(perClass)
                        .map(w -> String.valueOf(w.doubleValue()))
                        .collect(Collectors.joining(", ")));
    }

    @Override
    public String applies() {
        return "softmax";
    }

    @Override
    public boolean takesLogits() {
        return !attributes().flag("probabilities", false);
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        var labels = Labels.prepare(name(), output, targets, ignored());
        int given = weights().isEmpty() ? 0 : weights().split(", ").length;
        if (given != 0 && given != Labels.classes(output)) {
            throw new IllegalArgumentException(name() + ".weights: expected a weight for each of "
                    + Labels.classes(output) + " classes, got " + given + "; name them in the order of the classes");
        }
        if (ignored().isPresent()
                && Arrays.stream(labels.toLongArray())
                        .allMatch(l -> l == ignored().getAsLong())) {
            throw new IllegalArgumentException(name() + ".ignore: every label is "
                    + ignored().getAsLong() + ", so nothing is left; ignore another one");
        }
        return labels;
    }

    @Override
    public String write(Scoring scoring) {
        if (reduction() == Reduction.MEAN && isUneven()) {
            // A batch may have nothing but ignored labels: its loss is 0, not 0 / 0.
            return "torch.div(" + sum(scoring, 2) + ", torch.clamp_min(" + weight() + ", " + LEAST + "))";
        }
        var value = sum(scoring, reduction().code());
        boolean sequence = reduction() == Reduction.NONE && scoring.output().rank() == 2;
        return sequence ? "torch.view_as(" + value + ", y)" : value;
    }

    private String sum(Scoring scoring, int reduction) {
        boolean flat = scoring.output().rank() == 2;
        var o = flat ? "torch.flatten(o, 0, 1)" : "o";
        var compared =
                (flat ? "torch.flatten(y, 0, 1)" : "y") + ", " + (weights().isEmpty() ? "None" : weightTensor()) + ", "
                        + reduction + ", " + ignored().orElse(NO_LABEL);
        if (!areProbabilities(scoring, !takesLogits())) {
            return "torch.cross_entropy_loss(" + o + ", " + compared + ", "
                    + (attributes().has("smoothing") ? attributes().number("smoothing") : 0.0) + ")";
        }
        if (attributes().has("smoothing")) {
            throw new IllegalArgumentException(name()
                    + ".smoothing: expected logits, got probabilities; leave probabilities() out, and the softmax"
                    + " to the loss");
        }
        return "torch.nll_loss_nd(torch.log(torch.clamp_min(" + o + ", " + LEAST + ")), " + compared + ")";
    }

    @Override
    public Counts counts(Scoring scoring, String value) {
        if (reduction() != Reduction.MEAN || !isUneven()) {
            return super.counts(scoring, value);
        }
        var weight = scoring.let("torch.to(" + weight() + ", 7, False, False, None)");
        return Counts.sum("torch.stack([torch.mul(" + value + ", " + weight + "), " + weight + "], 0)", 2);
    }

    @Override
    public double value(double[] gathered) {
        return gathered.length == 2 ? gathered[0] / gathered[1] : gathered[0];
    }

    @Override
    public String writeShares(Scoring scoring) {
        return isUneven() ? shares() : "";
    }

    /** How much the labels of a batch count together. */
    private String weight() {
        return "torch.sum(" + shares() + ", dtype=None)";
    }

    /** How much each of them counts. */
    private String shares() {
        var counted = ignored().isPresent() ? "torch.ne(y, " + ignored().getAsLong() + ")" : "torch.ones_like(y)";
        if (weights().isEmpty()) {
            return counted;
        }
        var labels = ignored().isPresent() ? "torch.mul(y, " + counted + ")" : "y";
        return "torch.mul(torch.index_select(" + weightTensor() + ", 0, torch.flatten(" + labels
                + ", 0, -1)), torch.flatten(" + counted + ", 0, -1))";
    }

    private String weightTensor() {
        return "torch.tensor([" + weights() + "], dtype=6, device=ops.prim.device(o), requires_grad=False)";
    }

    private boolean isUneven() {
        return ignored().isPresent() || !weights().isEmpty();
    }

    private String weights() {
        return attributes().text("weights", "");
    }

    private OptionalLong ignored() {
        return attributes().has("ignore") ? OptionalLong.of(attributes().integer("ignore")) : OptionalLong.empty();
    }
}
