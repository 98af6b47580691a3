package percolate.model;

import java.util.ArrayList;
import java.util.List;
import percolate.Node;
import percolate.Shape;
import percolate.ShapeException;

/** Which steps of a sequence are words, 1, and which only fill it up, 0: [time], the last input of a layer that is masked. */
final class Mask {
    private Mask() {}

    static boolean isSaid(Attributes attributes) {
        return attributes.flag("masked", false);
    }

    /** 1 where the last input is a mask, else 0. */
    static int count(Attributes attributes) {
        return isSaid(attributes) ? 1 : 0;
    }

    /**
     * Puts a layer behind its inputs, and behind the mask that one of them carries unless it has one.
     *
     * @param of the input whose steps are masked
     */
    static Node onto(Part<?> layer, List<Node> inputs, int of) {
        var mask = inputs.get(of).vertex().mask();
        if (mask == null || isSaid(layer.attributes())) {
            return Vertex.onto(layer, inputs);
        }
        var more = new ArrayList<>(inputs);
        more.add(inputs.get(of).with(mask));
        return Vertex.onto(layer.with(layer.attributes().with("masked", true)), more);
    }

    /** @throws ShapeException if the mask, the last input, does not fit the sequence */
    static void check(Attributes attributes, List<Shape> inputs, Shape sequence) {
        var expected = Shape.of(sequence.get(0));
        var mask = inputs.get(inputs.size() - 1);
        if (isSaid(attributes) && !mask.equals(expected)) {
            throw new ShapeException("expected a mask, [batch, time], for " + Sizes.batch(sequence) + ", got "
                    + Sizes.batch(mask) + "; it holds 1 for each step that counts and 0 for the others");
        }
    }
}
