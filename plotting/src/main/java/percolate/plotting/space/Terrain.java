package percolate.plotting.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import percolate.Dataset;
import percolate.Loss;
import percolate.Model;
import percolate.Percolate;
import percolate.Shape;
import percolate.Tensor;

/** The loss of a network on some data as a function of all its trained weights, side by side in one vector. */
final class Terrain {
    private final Model net;
    private final Dataset data;
    private final Loss loss;
    private final List<String> names;
    private final List<Shape> shapes;
    private final double[] start;

    private Terrain(Model net, Dataset data, Loss loss) {
        this.net = net;
        this.data = data;
        this.loss = loss;
        this.names = net.parameterNames();
        this.shapes = names.stream().map(name -> net.weight(name).shape()).toList();
        this.start = read(net);
    }

    /** A copy is moved about, and the network itself stays. */
    static Terrain of(Model net, Dataset data) {
        if (data.size() == 0) {
            throw new IllegalArgumentException("lossSurface: there are no examples; give one or more");
        }
        net.predict(data.inputs().stream().map(x -> x.slice(0, 0, 1)).toArray(Tensor[]::new));
        var terrain = new Terrain(net.copy(), data, usual(net, data));
        if (terrain.size() < 2) {
            throw new IllegalArgumentException("lossSurface: expected a network with two weights or more to train, got "
                    + terrain.size() + "; plot(x -> …, from, to) draws a loss of one weight");
        }
        return terrain;
    }

    private static Loss usual(Model net, Dataset data) {
        boolean labels = !data.y().dtype().isFloating() && data.y().shape().rank() == 1;
        boolean classes = net.outputShape().rank() == 1 && net.outputShape().get(0) > 1;
        return labels && classes ? Percolate.crossEntropy() : Percolate.mse();
    }

    Terrain with(Loss other) {
        return new Terrain(net, data, other);
    }

    int size() {
        return start.length;
    }

    double[] start() {
        return start.clone();
    }

    /** The names of single numbers, where there are two in all. */
    String name(int at) {
        int before = 0;
        for (int weight = 0; weight < names.size(); weight++) {
            long count = shapes.get(weight).elementCount();
            if (at < before + count) {
                return names.get(weight) + (count == 1 ? "" : "[" + (at - before) + "]");
            }
            before += (int) count;
        }
        throw new IllegalArgumentException("there is no weight " + at);
    }

    double loss(double[] weights) {
        return Percolate.scope(() -> {
            write(net, weights);
            return (double)
                    of(net.predict(data.inputs().toArray(Tensor[]::new))).item();
        });
    }

    private Tensor of(Tensor prediction) {
        return loss.of(prediction, targets(prediction));
    }

    /** Numbers [examples] are taken for [examples, 1] where the network has one output. */
    private Tensor targets(Tensor prediction) {
        var y = data.y();
        boolean column = prediction.shape().rank() == y.shape().rank() + 1
                && prediction.shape().get(-1) == 1;
        return column ? y.to(Percolate.float32).unsqueeze(-1) : y;
    }

    /** A copy to walk with. */
    Model walker() {
        var copy = net.copy();
        write(copy, start);
        return copy;
    }

    Tensor loss(Model walker) {
        return of(walker.apply(data.inputs().toArray(Tensor[]::new)));
    }

    double[] read(Model from) {
        var all = new ArrayList<double[]>();
        names.forEach(name -> all.add(from.weight(name).toDoubleArray()));
        return all.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private void write(Model to, double[] weights) {
        var values = new LinkedHashMap<String, Tensor>();
        int from = 0;
        for (int at = 0; at < names.size(); at++) {
            int count = shapes.get(at).length();
            var its = Arrays.copyOfRange(weights, from, from + count);
            values.put(
                    names.get(at),
                    Percolate.tensor(its)
                            .to(Percolate.float32)
                            .reshape(shapes.get(at).toArray()));
            from += count;
        }
        to.weights(values);
    }

    /**
     * A random direction in which each filter, or unit, has the length of its own weights; biases and what scales normalised
     * values stay.
     */
    double[] direction(Random random) {
        var direction = new double[start.length];
        int from = 0;
        for (var shape : shapes) {
            int count = shape.length();
            if (shape.rank() > 1) {
                // A dense layer's units are its columns, a convolution's filters its first axis.
                int filters = shape.rank() == 2 ? shape.get(1) : shape.get(0);
                for (int filter = 0; filter < filters; filter++) {
                    int first = shape.rank() == 2 ? from + filter : from + filter * (count / filters);
                    fill(direction, first, shape.rank() == 2 ? filters : 1, count / filters, random);
                }
            }
            from += count;
        }
        return direction;
    }

    private void fill(double[] direction, int first, int stride, int count, Random random) {
        double own = 0;
        double drawn = 0;
        for (int at = 0; at < count; at++) {
            int place = first + at * stride;
            direction[place] = random.nextGaussian();
            own += start[place] * start[place];
            drawn += direction[place] * direction[place];
        }
        for (int at = 0; at < count; at++) {
            direction[first + at * stride] *= Math.sqrt(own / Math.max(1e-30, drawn));
        }
    }
}
