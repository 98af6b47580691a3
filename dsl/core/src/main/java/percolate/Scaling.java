package percolate;

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
    /** Of images by channel, of other examples by column; σ is √(Σ(x − μ)² / n). */
    public static Scaling standard(Dataset data) {
        var x = numbers(data);
        return x.shape().rank() == 4 ? over(x, 0, 2, 3) : over(x, 0);
    }

    /**
     * Of images by channel.
     *
     * @throws IllegalArgumentException if x is not images
     */
    public static Scaling perChannel(Dataset data) {
        return over(Images.require("normalisePerChannel", numbers(data)), 0, 2, 3);
    }

    /** Only shifts, by the mean example. */
    public static Scaling mean(Dataset data) {
        var mean = numbers(data).mean(0, true);
        return new Scaling(mean, one(mean.device()));
    }

    private static Tensor numbers(Dataset data) {
        if (!data.x().dtype().isFloating() || data.size() == 0) {
            throw new IllegalArgumentException("normalise: expected real-valued examples, got "
                    + (data.size() == 0 ? "none" : data.x().dtype()) + "; words and labels are not scaled");
        }
        return data.x();
    }

    private static Tensor one(Device device) {
        return Creation.full(1, Shape.of()).to(device);
    }

    private static Scaling over(Tensor x, int... axes) {
        var mean = x;
        for (int axis : axes) {
            mean = mean.mean(axis, true);
        }
        var variance = x.minus(mean).square();
        for (int axis : axes) {
            variance = variance.mean(axis, true);
        }
        var deviation = variance.sqrt();
        // Rounding leaves a little where all are equal.
        var varies = deviation.gt(mean.abs().times(1e-6));
        return new Scaling(mean, Selection.where(varies, deviation, one(x.device())));
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
