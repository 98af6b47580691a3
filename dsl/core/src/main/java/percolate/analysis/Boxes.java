package percolate.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import percolate.DType;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.engine.Array;

/** Rectangles in images, each by its corners: x₁, y₁, x₂, y₂ with x₁ ≤ x₂ and y₁ ≤ y₂, in any one unit. */
public final class Boxes {
    private Boxes() {}

    /**
     * The intersection over the union of each box with each other one.
     *
     * @param a [n, 4]
     * @param b [m, 4]
     * @return [n, m], 0 for boxes that do not meet and 1 for equal ones
     */
    public static Tensor iou(Tensor a, Tensor b) {
        var first = corners("boxIou", a);
        var second = corners("boxIou", b);
        var values = new float[first.length * second.length];
        for (int i = 0; i < first.length; i++) {
            for (int j = 0; j < second.length; j++) {
                values[i * second.length + j] = (float) iou(first[i], second[j]);
            }
        }
        return new Tensor(Array.of(values, Shape.of(first.length, second.length)));
    }

    private static double iou(double[] a, double[] b) {
        double width = Math.min(a[2], b[2]) - Math.max(a[0], b[0]);
        double height = Math.min(a[3], b[3]) - Math.max(a[1], b[1]);
        double common = Math.max(0, width) * Math.max(0, height);
        double union = area(a) + area(b) - common;
        return union > 0 ? common / union : 0;
    }

    private static double area(double... box) {
        return (box[2] - box[0]) * (box[3] - box[1]);
    }

    /**
     * The boxes that stay when each one drops those that overlap it and score less.
     *
     * @param boxes [n, 4]
     * @param scores [n], one for each box
     * @param threshold boxes with an intersection over union above it are the same thing; between 0 and 1
     * @return the numbers of the boxes that stay, best first, int64
     */
    public static Tensor suppressed(Tensor boxes, Tensor scores, Number threshold) {
        double limit = threshold.doubleValue();
        if (!(limit >= 0 && limit <= 1)) {
            throw new IllegalArgumentException(
                    "nonMaxSuppression: expected a threshold between 0 and 1, got " + threshold);
        }
        var all = corners("nonMaxSuppression", boxes);
        if (!scores.shape().equals(Shape.of(all.length))) {
            throw new ShapeException("nonMaxSuppression: expected a score for each of the " + all.length
                    + " boxes, got shape " + scores.shape() + "; reshape them to [" + all.length + "]");
        }
        double[] score = Rows.finite("nonMaxSuppression", scores).toDoubleArray();
        var kept = new ArrayList<Integer>();
        IntStream.range(0, all.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -score[i]))
                .filter(i -> kept.stream().allMatch(j -> iou(all[i], all[j]) <= limit))
                .forEach(kept::add);
        return new Tensor(Array.of(kept.stream().mapToLong(i -> i).toArray(), Shape.of(kept.size())));
    }

    private static double[][] corners(String word, Tensor boxes) {
        if (boxes.shape().rank() != 2 || boxes.size(1) != 4) {
            throw new ShapeException(word + ": expected boxes [n, 4] with x₁, y₁, x₂, y₂ in each row, got shape "
                    + boxes.shape() + "; reshape them first");
        }
        var values = Rows.finite(word, boxes).to(DType.float64).toDoubleArray();
        var corners = new double[boxes.size(0)][4];
        for (int i = 0; i < corners.length; i++) {
            System.arraycopy(values, 4 * i, corners[i], 0, 4);
            if (corners[i][0] > corners[i][2] || corners[i][1] > corners[i][3]) {
                throw new IllegalArgumentException(word + ": expected corners with x₁ ≤ x₂ and y₁ ≤ y₂, got "
                        + Arrays.toString(corners[i]) + " in row " + i
                        + "; from a centre and a size they are x − w/2, y − h/2, x + w/2, y + h/2");
            }
        }
        return corners;
    }
}
