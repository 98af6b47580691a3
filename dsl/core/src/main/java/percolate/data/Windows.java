package percolate.data;

import java.util.List;
import java.util.stream.LongStream;
import percolate.Dataset;
import percolate.Shape;
import percolate.Tensor;
import percolate.engine.Array;

/** Rows that follow each other, as sequences. */
public final class Windows {
    private Windows() {}

    /** Pieces one after the other, with what comes one later. */
    public static Dataset inARow(Dataset data, int length) {
        check("window(" + length + ")", data, length, 1);
        int pieces = (data.size() - 1) / length;
        var rows = LongStream.range(0, (long) pieces * length).toArray();
        var later = LongStream.of(rows).map(i -> i + 1).toArray();
        var shape = data.x().shape().dropFirst(1).prepend(length).prepend(pieces);
        return made(
                data,
                chosen(data, rows).reshape(shape.toArray()),
                chosen(data, later).reshape(shape.toArray()));
    }

    /** A window at each row, with what comes some rows after it. */
    public static Dataset sliding(Dataset data, int length, int ahead) {
        check("window(" + length + ", " + ahead + ")", data, length, ahead);
        int windows = data.size() - length - ahead + 1;
        var rows = LongStream.range(0, (long) windows * length)
                .map(i -> i / length + i % length)
                .toArray();
        var later =
                LongStream.range(0, windows).map(i -> i + length + ahead - 1).toArray();
        var shape = data.x().shape().dropFirst(1).prepend(length).prepend(windows);
        return made(data, chosen(data, rows).reshape(shape.toArray()), chosen(data, later));
    }

    private static Dataset made(Dataset data, Tensor x, Tensor y) {
        return new TensorDataset(
                List.of(x), List.of(y), data.facts().withTargetNames(List.of()).withClasses(List.of()));
    }

    private static Tensor chosen(Dataset data, long... rows) {
        return new Tensor(data.x().array().rows(Array.of(rows, Shape.of(rows.length))));
    }

    private static void check(String who, Dataset data, int length, int ahead) {
        Weights.refuse(who, "rows", "windows", data);
        if (length < 1 || ahead < 1) {
            throw new IllegalArgumentException(
                    who + ": expected a length and a distance of 1 or more, got " + length + " and " + ahead);
        }
        if (data.size() < length + ahead) {
            throw new IllegalArgumentException(who + ": expected " + (length + ahead)
                    + " rows or more for one window and what comes after it, got " + data.size()
                    + "; give more data, or a shorter window");
        }
    }

    /** Windows so ordered that example i of each batch follows example i of the batch before. */
    public static long[] stream(int windows, int batch) {
        if (batch < 1 || batch > windows) {
            throw new IllegalArgumentException("stream: expected a batch of 1 to " + windows
                    + ", no more than there are windows, got " + batch + "; give more text, or shorter windows");
        }
        int batches = windows / batch;
        return LongStream.range(0, (long) batches * batch)
                .map(i -> i % batch * batches + i / batch)
                .toArray();
    }
}
