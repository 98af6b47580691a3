package percolate.metric;

import java.util.OptionalLong;
import percolate.Shape;
import percolate.Tensor;
import percolate.loss.Labels;
import percolate.loss.Numbers;
import percolate.program.Scoring;

/** Which class outputs speak for: the largest of several, or of a single one yes above 0.5. */
final class Decision {
    private Decision() {}

    /** Whether there is one output for yes and no. */
    static boolean isSingle(Shape output) {
        return output.rank() == 0 || (output.rank() < 3 && output.get(-1) == 1);
    }

    /** Labels, or numbers on a side of 0.5 for a single output. */
    static Tensor prepare(String who, Shape output, Tensor targets) {
        return prepare(who, output, targets, OptionalLong.empty());
    }

    /** @param besides a label outside the classes that is allowed */
    static Tensor prepare(String who, Shape output, Tensor targets, OptionalLong besides) {
        return isSingle(output) ? Numbers.prepare(who, output, targets) : Labels.prepare(who, output, targets, besides);
    }

    /** How many classes are told apart; a single output finds one. */
    static int classes(Shape output) {
        return isSingle(output) ? 1 : Labels.classes(output);
    }

    /** The native expression for the predicted classes. */
    static String predicted(Scoring scoring) {
        // sigmoid(0) is 0.5.
        var threshold = scoring.reading() == Scoring.Reading.LOGITS ? "0" : "0.5";
        return isSingle(scoring.output())
                ? "torch.gt(o, " + threshold + ")"
                : "torch.argmax(o, " + axis(scoring) + ", False)";
    }

    /** The native expression for the true classes. */
    static String actual(Scoring scoring) {
        return isSingle(scoring.output()) ? "torch.gt(y, 0.5)" : "y";
    }

    /** The axis of classes in a batch. */
    static int axis(Scoring scoring) {
        return Labels.axis(scoring.output()) + 1;
    }
}
