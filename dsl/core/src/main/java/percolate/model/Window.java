package percolate.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import percolate.Percolate;
import percolate.ShapeException;

/**
 * A window that slides along the axes of its input. An axis of w elements gives ⌊(w + 2p − d·(k − 1) − 1) / s⌋ + 1
 * places.
 *
 * @param axes their names, as errors say them
 * @param sizes k, the window's extent along each axis
 * @param stride s, how far it moves each time
 * @param dilation d, the distance of neighbouring elements of the window
 * @param padding p, elements added on both sides of each axis
 */
record Window(List<String> axes, List<Integer> sizes, int stride, int dilation, List<Integer> padding) {
    /**
     * What a layer's attributes say of its window.
     *
     * @param options the names of the attributes that hold the sizes
     */
    static Window of(Attributes attributes, List<String> axes, List<String> options, int stride) {
        var sizes = options.stream().map(attributes::positive).toList();
        int dilation = attributes.positive("dilation", 1);
        int padding = attributes.integer("padding", 0);
        if (padding < 0) {
            throw new IllegalArgumentException(attributes.kind() + ": expected padding of 0 or more, got " + padding);
        }
        boolean same = attributes.flag("same", false);
        if (same && sizes.stream().anyMatch(k -> k % 2 == 0)) {
            throw new IllegalArgumentException(attributes.kind() + ".same: expected a window of odd size, got "
                    + sizes.stream().map(String::valueOf).collect(Collectors.joining("×"))
                    + "; choose an odd one, or say padding(…)");
        }
        var paddings =
                sizes.stream().map(k -> same ? dilation * (k - 1) / 2 : padding).toList();
        return new Window(axes, sizes, attributes.positive("stride", stride), dilation, paddings);
    }

    /** How many places there are along each axis; an axis of time stays one. */
    List<Integer> places(List<Integer> input) {
        var places = new ArrayList<Integer>();
        for (int axis = 0; axis < sizes.size(); axis++) {
            places.add(places(axis, input.get(axis)));
        }
        return places;
    }

    private int places(int axis, int in) {
        if (in == Percolate.TIME) {
            return in;
        }
        long room = in + 2L * padding.get(axis) - extent(axis);
        if (room < 0 || room / stride >= Integer.MAX_VALUE) {
            throw new ShapeException(
                    "a window of " + extent(axis) + " does not fit into a " + axes.get(axis) + " of " + in
                            + (padding.get(axis) == 0 ? "" : " padded by " + padding.get(axis))
                            + "; use a smaller window, or more padding");
        }
        return (int) (room / stride) + 1;
    }

    /** From the window's first to its last element. */
    private long extent(int axis) {
        return dilation * (sizes.get(axis) - 1L) + 1;
    }

    /** The number of elements below the window, in one channel. */
    long elementCount() {
        return sizes.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    }

    /** How the places come about, in words with their numbers; axes that are alike are said once. */
    String formula(List<Integer> input) {
        var formulas = new ArrayList<String>();
        for (int axis = 0; axis < sizes.size(); axis++) {
            if (input.get(axis) != Percolate.TIME) {
                formulas.add(formula(axis, input.get(axis)));
            }
        }
        return formulas.stream().distinct().collect(Collectors.joining(", "));
    }

    private String formula(int axis, int in) {
        int k = sizes.get(axis);
        var extent = dilation == 1 ? String.valueOf(k) : "(" + dilation + "·(" + k + " − 1) + 1)";
        var sum = in + (padding.get(axis) == 0 ? "" : " + 2·" + padding.get(axis)) + " − " + extent;
        int places = places(axis, in);
        return stride == 1 ? sum + " + 1 = " + places : "⌊(" + sum + ") / " + stride + "⌋ + 1 = " + places;
    }

    /** "[2, 2]": a number for each axis, as native programs take it. */
    String each(int number) {
        return Collections.nCopies(sizes.size(), number).toString();
    }
}
