package percolate.model;

import java.util.List;
import java.util.Locale;
import percolate.Shape;
import percolate.ShapeException;

/** The arithmetic of sizes that windows over an image share, and its words. */
final class Sizes {
    private Sizes() {}

    /** A shape with the batch axis written, as errors show it. */
    static String batch(Shape example) {
        var inner = example.toString();
        return example.rank() == 0 ? "[batch]" : "[batch, " + inner.substring(1);
    }

    /** An image's shape, [channels, height, width]. */
    static Shape image(Shape input) {
        if (input.rank() != 3 || !input.isKnown()) {
            throw new ShapeException(
                    "expected [batch, channels, height, width], got " + batch(input) + "; " + imageRemedy(input));
        }
        return input;
    }

    /** A volume's shape, [channels, depth, height, width]. */
    static Shape volume(Shape input) {
        if (input.rank() != 4 || !input.isKnown()) {
            throw new ShapeException("expected [batch, channels, depth, height, width], got " + batch(input)
                    + "; write these sizes into input(channels, depth, height, width), or reshape the examples");
        }
        return input;
    }

    /** A sequence's shape, [time, features]. */
    static Shape sequence(Shape input) {
        if (input.rank() != 2) {
            throw new ShapeException("expected a sequence of vectors, [batch, time, features], got " + batch(input)
                    + "; put embedding(words, dimensions) before it for words, or reshape(time, 1) for single numbers; a"
                    + " recurrent layer before it needs returnSequences()");
        }
        features(input);
        return input;
    }

    /** The number of elements, a time axis of no known size taken as 1. */
    static long known(Shape shape) {
        return shape.sizes().stream().mapToLong(size -> Math.max(1, size)).reduce(1, Math::multiplyExact);
    }

    /** How many numbers the last axis has. */
    static int features(Shape input) {
        int features = input.get(-1);
        if (features < 1) {
            throw new ShapeException("expected a fixed number of features, got " + batch(input)
                    + "; time is the first axis of a sequence, [time, features]");
        }
        return features;
    }

    private static String imageRemedy(Shape input) {
        if (!input.isKnown()) {
            return "write the sides of the image into input(channels, height, width)";
        }
        if (input.rank() == 2) {
            return "put reshape(1, " + input.get(0) + ", " + input.get(1) + ") before it";
        }
        int side = input.rank() == 1 ? (int) Math.round(Math.sqrt(input.get(0))) : 0;
        return side > 0 && side * side == input.get(0)
                ? "put reshape(1, " + side + ", " + side + ") before it"
                : "reshape the examples to images first";
    }

    /** "(64 + 1)·32 = 2,080". */
    static String arithmetic(String product, List<Weight> weights) {
        return product + " = " + String.format(Locale.ROOT, "%,d", count(weights));
    }

    /** The elements of the weights that are trained. */
    static long count(List<Weight> weights) {
        return weights.stream()
                .filter(Weight::trained)
                .mapToLong(w -> w.shape().elementCount())
                .sum();
    }

    /** How many vectors one example holds: 1, or its time steps, taken as 1 where unknown. */
    static long rows(Shape input) {
        return input.rank() < 2 ? 1 : Math.max(1, input.get(0));
    }
}
