package percolate.plotting.vision;

import java.util.List;
import percolate.Model;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.plotting.chart.Digits;

/** One example before a network. */
final class Subject {
    private final String who;
    private final Model net;
    private final Tensor x;
    private final float[] output;

    /**
     * @param x as the network takes it, [1, …]
     * @param output what it makes of it, [outputs]
     */
    Subject(String who, Model net, Tensor x, float[] output) {
        this.who = who;
        this.net = net;
        this.x = x;
        this.output = output;
    }

    /** Below this side, a vector whose length is a square is hardly an image. */
    private static final int LEAST_FLAT_SIDE = 5;

    /**
     * @param who says in errors what was to be drawn
     * @param example with or without a batch axis of size 1
     */
    static Subject of(String who, Model net, Tensor example) {
        var x = net.admit(List.of(batch(who, net, example))).get(0);
        return new Subject(who, net, x, net.predict(x).toFloatArray());
    }

    private static Tensor batch(String who, Model net, Tensor example) {
        if (example.shape().rank() == 0) {
            throw new ShapeException(
                    who + ": expected one example, got a single number; give an image such as batch.x().get(0)");
        }
        var form = form(net);
        if (form != null
                && form.isKnown()
                && form.elementCount() == example.shape().elementCount()) {
            return example.reshape(form.prepend(1).toArray());
        }
        if (form != null && form.accepts(example.shape())) {
            return example.unsqueeze(0);
        }
        int rank = example.shape().rank();
        boolean batched = form == null ? rank == 4 || rank == 2 : rank == form.rank() + 1;
        if (batched && example.shape().get(0) == 1) {
            return example;
        }
        if (batched && (form != null || rank == 4)) {
            throw new ShapeException(who + ": expected one example, got a batch of "
                    + example.shape().get(0) + ", " + example.shape() + "; take one, x.get(0)");
        }
        return example.unsqueeze(0);
    }

    /** The shape of one example; null where the network has not seen any yet. */
    private static Shape form(Model net) {
        try {
            return net.graph().input();
        } catch (IllegalStateException shapeless) {
            return null;
        }
    }

    /** The class with the largest output. */
    int prediction() {
        int best = 0;
        for (int at = 1; at < output.length; at++) {
            best = output[at] > output[best] ? at : best;
        }
        return best;
    }

    /** A class that the network knows. */
    int known(int label) {
        if (label < 0 || label >= output.length) {
            throw new IllegalArgumentException(who + ": expected a class from 0 to " + (output.length - 1) + ", got "
                    + label + "; the network has " + output.length + (output.length == 1 ? " output" : " outputs"));
        }
        return label;
    }

    /** Gradients by words' numbers do not exist. */
    Tensor real() {
        if (!x.dtype().isFloating()) {
            throw new IllegalArgumentException(who + ": expected an example of real numbers, got " + x.dtype()
                    + "; for words take attention(net, tokens) or gates(net, sequence)");
        }
        return x;
    }

    int height() {
        return form()[1];
    }

    int width() {
        return form()[2];
    }

    /** The example as an image; of other than one or three channels the first. */
    Field image() {
        var form = form();
        var values = x.toFloatArray();
        var span = Span.of(values);
        return form[0] == 3
                ? Field.colored(values, 0, form[1], form[2], span)
                : Field.of(values, 0, form[1], form[2], span, Shade.GREY);
    }

    boolean isImage() {
        int rank = x.shape().rank();
        return rank == 3 || rank == 4 || (rank == 2 && side() >= LEAST_FLAT_SIDE);
    }

    /** Channels, height and width. */
    private int[] form() {
        if (!isImage()) {
            throw new ShapeException(
                    who + ": expected an image, [height, width], [channels, height, width] or a flat square"
                            + " one, got " + x.shape().dropFirst(1) + "; reshape it to one of these");
        }
        return switch (x.shape().rank()) {
            case 2 -> new int[] {1, side(), side()};
            case 3 -> new int[] {1, x.size(1), x.size(2)};
            default -> new int[] {x.size(1), x.size(2), x.size(3)};
        };
    }

    /** The side of a flat square image; 0 where it is none. */
    private int side() {
        int side = (int) Math.round(Math.sqrt(x.size(1)));
        return side * side == x.size(1) ? side : 0;
    }

    /** The probability of each class: the outputs where they add up to 1, else their softmax. */
    double[] shares() {
        double sum = 0;
        boolean positive = true;
        double most = Double.NEGATIVE_INFINITY;
        for (float value : output) {
            sum += value;
            positive &= value >= 0;
            most = Math.max(most, value);
        }
        boolean are = positive && Math.abs(sum - 1) < 1e-3;
        double total = 0;
        var shares = new double[output.length];
        for (int at = 0; at < shares.length; at++) {
            shares[at] = are ? output[at] : Math.exp(output[at] - most);
            total += shares[at];
        }
        for (int at = 0; at < shares.length; at++) {
            shares[at] /= total;
        }
        return shares;
    }

    /** For example {@code class 7 (98%)}; a number where there is one output. */
    String words(int label) {
        return output.length == 1
                ? "output " + Digits.of(output[0])
                : "class " + label + " (" + Digits.percent(shares()[label]) + ")";
    }

    Model net() {
        return net;
    }

    Tensor x() {
        return x;
    }

    float[] output() {
        return output;
    }
}
