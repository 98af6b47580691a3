package percolate.tensor;

import percolate.DType;
import percolate.Tensor;

/** Images in other sizes. */
public final class Scaled {
    private Scaled() {}

    /** Images [batch, channels, h, w], each pixel a weighted mean of those around it, of more where the image shrinks. */
    public static Tensor bilinear(Tensor images, int height, int width) {
        return Operators.call(
                "resize",
                "torch._upsample_bilinear2d_aa(a, " + Operators.list(height, width) + ", False, None, None)",
                images);
    }

    /** Labels [batch, h, w], those of the nearest pixels. */
    public static Tensor nearest(Tensor labels, int height, int width) {
        var real = labels.to(DType.float32).unsqueeze(1);
        return Operators.call(
                        "resizeNearest",
                        "torch.upsample_nearest2d(a, " + Operators.list(height, width) + ", None, None)",
                        real)
                .squeeze(1)
                .to(labels.dtype());
    }
}
