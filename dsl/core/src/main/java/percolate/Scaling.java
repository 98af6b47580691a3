package percolate;

import java.util.function.UnaryOperator;
import percolate.data.Images;
import percolate.tensor.Creation;
import percolate.tensor.Selection;

/**
 * x′ = (x − μ) / σ, fitted to data.
 *
 * @param mean μ, which stretches over [examples, …]
 * @param deviation σ, likewise; 1 where nothing varies
 */
public record Scaling(Tensor mean, Tensor deviation) {
    private static final int READ_AT_ONCE = 256;

    /** Of images by channel, of other examples by column; σ is √(Σ(x − μ)² / n). */
    public static Scaling standard(Dataset data) {
        return numbers(data).shape().rank() == 4 ? over(data, 0, 2, 3) : over(data, 0);
    }

    /**
     * Of images by channel.
     *
     * @throws IllegalArgumentException if x is not images
     */
    public static Scaling perChannel(Dataset data) {
        Images.require("normalisePerChannel", numbers(data));
        return over(data, 0, 2, 3);
    }

    /** Only shifts, by the mean example. */
    public static Scaling mean(Dataset data) {
        numbers(data);
        var mean = mean(data, x -> x, 0);
        return new Scaling(mean, one(mean.device()));
    }

    /** Examples that show what all are like. */
    private static Tensor numbers(Dataset data) {
        var x = data.isHeld() || data.size() == 0 ? data.x() : data.take(1).x();
        if (!x.dtype().isFloating() || data.size() == 0) {
            throw new IllegalArgumentException("normalise: expected real-valued examples, got "
                    + (data.size() == 0 ? "none" : x.dtype()) + "; words and labels are not scaled");
        }
        return x;
    }

    /** Of a value of each example, batch by batch where examples are not in memory. */
    private static Tensor mean(Dataset data, UnaryOperator<Tensor> value, int... axes) {
        if (data.isHeld()) {
            return mean(value.apply(data.x()), axes);
        }
        Tensor sum = null;
        for (var batch : data.batches(READ_AT_ONCE)) {
            var part = mean(value.apply(batch.x()), axes).times(batch.size());
            sum = sum == null ? part : sum.plus(part);
        }
        return sum.div(data.size());
    }

    private static Tensor mean(Tensor x, int... axes) {
        var mean = x;
        for (int axis : axes) {
            mean = mean.mean(axis, true);
        }
        return mean;
    }

    private static Tensor one(Device device) {
        return Creation.full(1, Shape.of()).to(device);
    }

    private static Scaling over(Dataset data, int... axes) {
        var mean = mean(data, x -> x, axes);
        var deviation = mean(data, x -> x.minus(mean).square(), axes).sqrt();
        // Rounding leaves a little where all are equal.
        var varies = deviation.gt(mean.abs().times(1e-6));
        return new Scaling(mean, Selection.where(varies, deviation, one(mean.device())));
    }

    /** (x − μ) / σ of examples [batch, …]. */
    public Tensor apply(Tensor x) {
        return x.minus(mean).div(deviation);
    }

    /** σ·x′ + μ: from scaled examples back to what they were. */
    public Tensor inverse(Tensor scaled) {
        return scaled.times(deviation).plus(mean);
    }
}
