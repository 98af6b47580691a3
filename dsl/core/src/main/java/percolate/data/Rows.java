package percolate.data;

import java.util.List;
import percolate.Tensor;

/** Inputs and targets have a row for each example. */
public final class Rows {
    private Rows() {}

    /** @throws IllegalArgumentException saying which of them has another number of rows */
    public static void check(String who, List<Tensor> inputs, List<Tensor> targets) {
        if (inputs.isEmpty()) {
            throw new IllegalArgumentException(who + ": expected one input or more, got none; give it examples");
        }
        check(who, "input", "examples", inputs, inputs.get(0));
        check(who, "target", "targets", targets, inputs.get(0));
    }

    private static void check(String who, String word, String rows, List<Tensor> tensors, Tensor first) {
        for (int i = 0; i < tensors.size(); i++) {
            var tensor = tensors.get(i);
            var letter = word.equals("input") ? "x" : "y";
            var name = tensors.size() == 1 ? letter : letter + "(" + i + ")";
            if (tensor.shape().rank() == 0) {
                throw new IllegalArgumentException(who + ": expected x and y with one row per example, got the scalar "
                        + name + " of shape []; reshape a single number to [1]");
            }
            if (tensor.size(0) != first.size(0)) {
                throw new IllegalArgumentException(who + ": expected one " + word + " per example, got "
                        + first.size(0) + " examples in x " + first.shape() + " and " + tensor.size(0) + " " + rows
                        + " in " + name + " " + tensor.shape());
            }
        }
    }
}
