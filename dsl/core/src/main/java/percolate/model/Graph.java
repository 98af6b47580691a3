package percolate.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import percolate.DType;
import percolate.Layer;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;

/**
 * A model's layers with their names and shapes worked out, each fed by the one before.
 *
 * @param input the shape of one example
 * @param dtype the type of the input's elements
 */
public record Graph(Shape input, DType dtype, List<Step> steps) {
    public Graph {
        steps = List.copyOf(steps);
    }

    /**
     * One layer in its place.
     *
     * @param name its given name, or its kind with a number: {@code dense1}
     */
    public record Step(String name, Layer layer, Shape in, Shape out, List<Weight> weights) {
        public Step {
            weights = List.copyOf(weights);
        }

        /** The number of this layer's trained weights' elements. */
        public long parameterCount() {
            return Sizes.count(weights);
        }

        /** The model's key of one of this layer's weights. */
        public String key(Weight weight) {
            return name + "." + weight.name();
        }
    }

    /** A weight with its key in the model. */
    public record Entry(String key, Weight weight) {}

    /**
     * Works names and shapes out.
     *
     * @throws ShapeException naming the layer that does not fit, what it expected, what it got, and the remedy
     */
    public static Graph sequential(Shape input, DType dtype, List<Layer> layers) {
        if (layers.isEmpty()) {
            throw new IllegalArgumentException("sequential: expected one layer or more, got none");
        }
        var names = names(layers);
        var steps = new ArrayList<Step>();
        var shape = input;
        boolean asGiven = true;
        for (int i = 0; i < layers.size(); i++) {
            var layer = layers.get(i);
            try {
                if (layer.takesIntegers() && !asGiven) {
                    throw new ShapeException(
                            "expected the numbers of words as they are in the data, got what the layers"
                                    + " before it computed; put it first");
                }
                asGiven &= layer.keepsElements();
                var out = layer.outputShape(shape);
                steps.add(new Step(names.get(i), layer, shape, out, layer.weights(shape)));
                shape = out;
            } catch (ShapeException e) {
                throw new ShapeException(place(i, layer) + e.getMessage());
            }
        }
        return new Graph(input, dtype, steps);
    }

    private static String place(int index, Layer layer) {
        return "layer " + (index + 1) + " " + layer + ": ";
    }

    /** @throws IllegalArgumentException naming the layer that cannot take the values of this batch */
    public void check(Tensor x) {
        for (int i = 0; i < steps.size(); i++) {
            var layer = steps.get(i).layer();
            try {
                layer.check(x);
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(place(i, layer) + e.getMessage(), e);
            }
        }
    }

    private static List<String> names(List<Layer> layers) {
        Map<String, Integer> counts = new HashMap<>();
        var names = new ArrayList<String>();
        var taken = new HashSet<String>();
        layers.stream().map(Layer::name).filter(n -> !n.isEmpty()).forEach(name -> {
            if (!taken.add(name)) {
                throw new IllegalArgumentException(
                        "named(\"" + name + "\"): two layers of one model have this name; give each its own");
            }
        });
        for (var layer : layers) {
            var name = layer.name();
            while (name.isEmpty()) {
                var next = layer.kind() + counts.merge(layer.kind(), 1, Integer::sum);
                name = taken.add(next) ? next : "";
            }
            names.add(name);
        }
        return names;
    }

    public Shape output() {
        return steps.get(steps.size() - 1).out();
    }

    /**
     * The shape of the output for an example of this shape, whose time axis has a size.
     *
     * @throws ShapeException naming the layer for which this example is too short
     */
    public Shape output(Shape example) {
        var shape = example;
        for (int i = 0; i < steps.size(); i++) {
            var layer = steps.get(i).layer();
            try {
                shape = layer.outputShape(shape);
            } catch (ShapeException e) {
                throw new ShapeException(place(i, layer) + e.getMessage());
            }
        }
        return shape;
    }

    /** All weights in the order of the native programs' arguments. */
    public List<Entry> weights() {
        return steps.stream()
                .flatMap(step -> step.weights().stream().map(w -> new Entry(step.key(w), w)))
                .toList();
    }

    public long parameterCount() {
        return steps.stream().mapToLong(Step::parameterCount).sum();
    }

    /** Multiplications to push one example of this shape forward. */
    public long work(Shape example) {
        var shape = example;
        long sum = 0;
        for (var step : steps) {
            sum += step.layer().work(shape);
            shape = step.layer().outputShape(shape);
        }
        return sum;
    }

    /** What is applied to the outputs at the very end. */
    public Activation activation() {
        return steps.get(steps.size() - 1).layer().activation();
    }

    /** The layers as they were written. */
    public Stream<Layer> layers() {
        return steps.stream().map(Step::layer);
    }
}
