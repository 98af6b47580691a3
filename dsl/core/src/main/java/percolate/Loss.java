package percolate;

import java.util.List;
import percolate.loss.Reduction;
import percolate.loss.Term;
import percolate.loss.WeightedSum;
import percolate.program.Counts;
import percolate.program.Scoring;
import percolate.train.Score;

/**
 * What training makes small. Every loss is a metric too. One of your own is a function of predictions and targets that gives
 * one number, {@code (p, y) -> p.minus(y).abs().mean()}; a training then computes it step by step, in Java.
 */
@FunctionalInterface
public interface Loss extends Metric {
    /** {@code loss} unless {@link #named} otherwise. */
    @Override
    default String name() {
        return "loss";
    }

    /** The targets as they are, unless a loss says otherwise. */
    @Override
    default Tensor prepare(Shape output, Tensor targets) {
        return targets;
    }

    /** The losses that this is a sum of, each with its weight; itself where it is no sum. */
    @Internal
    default List<Term> terms() {
        return List.of(new Term(1, this));
    }

    @Override
    @Internal
    default boolean isOwn() {
        return true;
    }

    /**
     * Writes the native expression of the loss of a batch: {@code o} holds the outputs, {@code y} the prepared targets. A
     * scalar, unless {@link #reduction} is none.
     */
    @Internal
    default String write(Scoring scoring) {
        throw new IllegalStateException(name() + ": computed in Java, not by a program");
    }

    /** Whether the loss of a batch is made of losses of its examples, which {@link #writeEach} gives. */
    @Internal
    default boolean hasEach() {
        return false;
    }

    /** Writes the losses of the elements of a batch, [batch, …]; an example's loss is their mean. */
    @Internal
    default String writeEach(Scoring scoring) {
        throw new IllegalStateException(name() + ": gives one number for a batch");
    }

    /** Writes how much each of these elements counts; nothing where they count alike. */
    @Internal
    default String writeShares(Scoring scoring) {
        return "";
    }

    /**
     * The activation that this loss applies itself, with less rounding, where the model ends in it: {@code softmax},
     * {@code sigmoid}, or nothing. The outputs are then its operands.
     */
    @Internal
    default String applies() {
        return "";
    }

    /** Whether this was told that outputs are the operands of a softmax or sigmoid. */
    @Internal
    default boolean takesLogits() {
        return false;
    }

    @Override
    @Internal
    default Loss leavingOut(int label) {
        return this;
    }

    /** Whether this draws random numbers. */
    @Internal
    default boolean isRandom() {
        return false;
    }

    /** How the losses of examples become that of a batch. */
    default Reduction reduction() {
        return Reduction.MEAN;
    }

    @Override
    default Counts counts(Scoring scoring) {
        return counts(scoring, isOwn() ? "l" : write(scoring));
    }

    /** What counts of a batch whose loss is already computed. */
    @Internal
    default Counts counts(Scoring scoring, String value) {
        return reduction() == Reduction.SUM ? Counts.sum("torch.unsqueeze(" + value + ", 0)", 1) : Counts.mean(value);
    }

    /**
     * The loss of these predictions, recorded for gradients.
     *
     * @param prediction [batch, …]
     * @param target [batch, …]
     * @return a scalar, or one number per element or example after {@code none()}
     */
    @Override
    Tensor of(Tensor prediction, Tensor target);

    /** The value of a loss that is {@link #write written}, recorded for gradients. */
    @Internal
    default Tensor written(Tensor prediction, Tensor target) {
        return Score.loss(this, prediction, target);
    }

    /** This loss, so many times as important: {@code mse().times(0.5).plus(mae())}. */
    default Loss times(Number weight) {
        return new WeightedSum(this).times(weight);
    }

    /** The sum of two losses of the same outputs and targets. */
    default Loss plus(Loss other) {
        return new WeightedSum(this).plus(other);
    }

    /** The loss of one output of several, by the output's name: {@code .losses(mse().at("box"), …)}. */
    @Override
    default Loss at(String output) {
        return new WeightedSum(this).at(output);
    }

    /** Under another name in tables and panels. */
    default Loss named(String name) {
        return new WeightedSum(this).named(name);
    }
}
