package percolate.plotting.steps;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import percolate.ShapeException;
import percolate.Tensor;

/**
 * An image of numbers: some channels of rows and columns.
 *
 * @param values [channels, rows, columns] in row-major order
 */
@SuppressWarnings("ArrayRecordComponent") // many numbers, made here and compared with none
record Grids(double[] values, int channels, int rows, int columns) {
    private static final int MOST_CHANNELS = 4;
    private static final int MOST_SIDE = 64;

    /** @param what says in errors whose numbers these are, for example {@code convolution: the image} */
    static Grids of(String what, Tensor tensor) {
        var shape = tensor.shape();
        int rank = shape.rank();
        if ((rank != 2 && rank != 3) || shape.elementCount() == 0) {
            throw new ShapeException(what + ": expected [height, width] or [channels, height, width], got " + shape
                    + "; take one image, for example x.get(0)");
        }
        int channels = rank == 2 ? 1 : shape.get(0);
        int rows = shape.get(rank - 2);
        int columns = shape.get(rank - 1);
        if (channels > MOST_CHANNELS || Math.max(rows, columns) > MOST_SIDE) {
            throw new ShapeException(what + ": expected up to " + MOST_CHANNELS + " channels of " + MOST_SIDE + " × "
                    + MOST_SIDE + " numbers, which can be seen one by one, got " + shape + "; take a part of it, for"
                    + " example x.get(\"..., :16, :16\")");
        }
        return new Grids(tensor.toDoubleArray(), channels, rows, columns);
    }

    /** With this value {@code by} cells wide around each channel. */
    Grids padded(int by, double value) {
        int high = rows + 2 * by;
        int wide = columns + 2 * by;
        var all = new double[channels * high * wide];
        Arrays.fill(all, value);
        for (int at = 0; at < values.length; at++) {
            int channel = at / (rows * columns);
            int row = at / columns % rows + by;
            all[(channel * high + row) * wide + at % columns + by] = values[at];
        }
        return new Grids(all, channels, high, wide);
    }

    double at(int channel, int row, int column) {
        return values[(channel * rows + row) * columns + column];
    }

    double[] channel(int channel) {
        return Arrays.copyOfRange(values, channel * rows * columns, (channel + 1) * rows * columns);
    }

    Sheet sheet(String title, int channel, int rim) {
        return Sheet.of(title, channel(channel), columns).withRim(rim);
    }

    /** The first so many numbers, with the colours of all. */
    Sheet begun(String title, int count) {
        var some = channel(0);
        Arrays.fill(some, count, some.length, Double.NaN);
        return Sheet.of(title, some, columns).among(values);
    }

    /** For example {@code 5 × 5}. */
    String size() {
        return (channels == 1 ? "" : channels + " × ") + rows + " × " + columns;
    }

    /** The numbers of the first channel, for example {@code [8 6; 5 9]}. */
    String written() {
        return IntStream.range(0, rows)
                .mapToObj(row -> IntStream.range(0, columns)
                        .mapToObj(column -> Written.of(at(0, row, column)))
                        .collect(Collectors.joining(" ")))
                .collect(Collectors.joining("; ", "[", "]"));
    }
}
