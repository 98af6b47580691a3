package percolate.program;

import java.util.ArrayList;
import java.util.List;
import percolate.DType;
import percolate.Shape;

/**
 * What a loss or metric compares, while it writes its part of a program: {@code o} holds a batch of outputs, {@code y} the
 * prepared targets.
 */
public final class Scoring {
    /** What is known of the outputs. */
    public enum Reading {
        /** Nothing but what the loss or metric was told. */
        PLAIN,
        /** The operands of a softmax or sigmoid. */
        LOGITS,
        /** What a softmax or sigmoid at the model's end gave. */
        PROBABILITIES
    }

    private final Shape output;
    private final Shape target;
    private final DType targetType;
    private final Reading reading;
    private final Lines lines;

    /** The values that were computed once, and how many of them the program holds already. */
    private static final class Lines {
        private final List<String> all = new ArrayList<>();
        private int given;
    }

    private Scoring(Shape output, Shape target, DType targetType, Reading reading, Lines lines) {
        this.output = output;
        this.target = target;
        this.targetType = targetType;
        this.reading = reading;
        this.lines = lines;
    }

    /**
     * @param output the shape of one example's output
     * @param target the shape of one example's target
     * @param targetType the type of the targets' elements
     */
    public Scoring(Shape output, Shape target, DType targetType) {
        this(output, target, targetType, Reading.PLAIN, new Lines());
    }

    /** The same comparison of outputs that are to be read so; what is written goes to the same program. */
    public Scoring reading(Reading as) {
        return new Scoring(output, target, targetType, as, lines);
    }

    /** The comparison of another output with its targets, written to the same program. */
    Scoring beside(Judged other) {
        return new Scoring(other.shape(), other.target(), other.type(), Reading.PLAIN, lines);
    }

    /** The shape of one example's output. */
    public Shape output() {
        return output;
    }

    /** The shape of one example's target. */
    public Shape target() {
        return target;
    }

    public DType targetType() {
        return targetType;
    }

    public Reading reading() {
        return reading;
    }

    /** Computes a value once, before what is being written: gives the name of the variable that holds it. */
    public String let(String expression) {
        var name = "v" + lines.all.size();
        lines.all.add(name + " = " + expression);
        return name;
    }

    /** What was computed since this was last asked, in order. */
    List<String> lines() {
        var fresh = List.copyOf(lines.all.subList(lines.given, lines.all.size()));
        lines.given = lines.all.size();
        return fresh;
    }
}
