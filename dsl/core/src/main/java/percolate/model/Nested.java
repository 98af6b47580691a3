package percolate.model;

import java.util.ArrayList;
import java.util.List;
import percolate.Shape;
import percolate.Tensor;
import percolate.tensor.Creation;

/** A tensor's numbers as lists within lists, the form in which a description compares and saves them. */
final class Nested {
    private Nested() {}

    /** @throws IllegalArgumentException if a number is infinite or none, which no file could hold */
    static List<?> of(String where, Tensor values) {
        double[] numbers = values.toDoubleArray();
        for (double number : numbers) {
            if (!Double.isFinite(number)) {
                throw new IllegalArgumentException(where + ": expected finite numbers, got " + number);
            }
        }
        return values.shape().rank() == 0 ? List.of(numbers[0]) : lists(values.shape(), numbers, 0);
    }

    private static List<?> lists(Shape shape, double[] numbers, int from) {
        var inner = shape.dropFirst(1);
        var list = new ArrayList<Object>();
        for (int i = 0; i < shape.get(0); i++) {
            int at = from + i * inner.length();
            list.add(inner.rank() == 0 ? (Object) numbers[at] : lists(inner, numbers, at));
        }
        return list;
    }

    static Tensor tensor(Object lists) {
        var sizes = new ArrayList<Integer>();
        var inner = lists;
        while (inner instanceof List<?> list) {
            sizes.add(list.size());
            inner = list.isEmpty() ? null : list.get(0);
        }
        var shape = new Shape(sizes);
        var numbers = new ArrayList<Double>();
        gather(lists, numbers);
        if (numbers.size() != shape.elementCount()) {
            throw new IllegalArgumentException("expected lists of one length on each level, got others");
        }
        return Creation.vector(numbers.size(), numbers::get).reshape(shape.toArray());
    }

    private static void gather(Object value, List<Double> numbers) {
        if (value instanceof List<?> list) {
            list.forEach(inner -> gather(inner, numbers));
        } else {
            numbers.add(((Number) value).doubleValue());
        }
    }
}
