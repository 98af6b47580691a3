package percolate.tensor;

import java.util.Locale;
import percolate.DType;
import percolate.Device;
import percolate.Percolate;
import percolate.Tensor;
import percolate.engine.Devices;

/** A tensor as text: shape and type first, then the values in nested brackets. */
public final class TensorText {
    private static final int ELIDE_ABOVE = 1_000;
    private static final int EDGE = 3;

    private final double[] values;
    private final int[] sizes;
    private final DType dtype;
    private final boolean elide;
    private final StringBuilder text = new StringBuilder();

    private TensorText(Tensor tensor) {
        this.elide = tensor.size() > ELIDE_ABOVE;
        this.sizes = tensor.shape().toArray();
        this.dtype = tensor.dtype();
        this.values = (elide ? edges(tensor) : tensor).toDoubleArray();
    }

    /** Only the elements that are shown, so that the largest tensor prints at once. */
    private static Tensor edges(Tensor tensor) {
        var edges = tensor;
        for (int axis = 0; axis < tensor.shape().rank(); axis++) {
            int size = tensor.size(axis);
            if (size > 2 * EDGE) {
                edges = Percolate.concat(axis, edges.slice(axis, 0, EDGE), edges.slice(axis, size - EDGE, size));
            }
        }
        return edges;
    }

    private boolean isElided(int axis) {
        return elide && sizes[axis] > 2 * EDGE;
    }

    public static String of(Tensor tensor) {
        var writer = new TensorText(tensor);
        return tensor.shape().rank() == 0
                ? writer.element(writer.values[0]) + " " + tensor.dtype()
                        + elsewhere(tensor.device(), Devices.session())
                : writer.grid("tensor " + tensor.shape() + " " + tensor.dtype()
                        + elsewhere(tensor.device(), Devices.session()) + "\n");
    }

    /** The device, where it is not the session's. */
    static String elsewhere(Device device, Device session) {
        return device.equals(session) ? "" : " " + device;
    }

    private String grid(String head) {
        text.append(head);
        write(0, 0, values.length);
        return text.toString();
    }

    private void write(int axis, int from, int length) {
        if (axis == sizes.length) {
            text.append(element(values[from]));
            return;
        }
        int size = isElided(axis) ? 2 * EDGE : sizes[axis];
        int step = size == 0 ? 0 : length / size;
        text.append('[');
        for (int i = 0; i < size; i++) {
            if (i == EDGE && isElided(axis)) {
                text.append(separator(axis)).append('…');
            }
            if (i > 0) {
                text.append(separator(axis));
            }
            write(axis + 1, from + i * step, step);
        }
        text.append(']');
    }

    private String separator(int axis) {
        return axis == sizes.length - 1 ? ", " : ",\n" + " ".repeat(axis + 1);
    }

    private String element(double value) {
        if (dtype == DType.bool) {
            return value == 0 ? "false" : "true";
        }
        if (!dtype.isFloating()) {
            return Long.toString((long) value);
        }
        if (Double.isNaN(value) || Double.isInfinite(value)) {
            return Double.isNaN(value) ? "NaN" : value > 0 ? "∞" : "-∞";
        }
        return shortest(String.format(Locale.ROOT, scientific(value) ? "%.3e" : decimals(value), value));
    }

    private static boolean scientific(double value) {
        double size = Math.abs(value);
        return size != 0 && (size >= 1e6 || size < 1e-4);
    }

    /** Four significant digits, but never fewer than the integer part has. */
    private static String decimals(double value) {
        double size = Math.abs(value);
        int places = size == 0 ? 0 : Math.max(0, 3 - (int) Math.floor(Math.log10(size)));
        return "%." + places + "f";
    }

    /** 0.5000 as 0.5, 3.000 as 3, and 1.500e-05 as 1.5e-05. */
    private static String shortest(String digits) {
        int exponent = digits.indexOf('e');
        var mantissa = exponent < 0 ? digits : digits.substring(0, exponent);
        if (mantissa.indexOf('.') >= 0) {
            mantissa = mantissa.replaceAll("0+$", "").replaceAll("\\.$", "");
        }
        return exponent < 0 ? mantissa : mantissa + digits.substring(exponent);
    }
}
