package percolate.augment;

import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import percolate.Augmentation;
import percolate.Shape;
import percolate.Tensor;

/**
 * Adds to each pixel of an image Σ αᵢ λᵢ pᵢ, with λᵢ and pᵢ the eigenvalues and eigenvectors of the covariance of the
 * training images' colours, and αᵢ drawn from a normal distribution of standard deviation s, once for an image.
 *
 * @see <a href="https://papers.nips.cc/paper/4824">Krizhevsky, Sutskever and Hinton 2012, section 4.1</a>
 */
public final class PcaColour implements Augmentation {
    private final double strength;
    private final double[][] directions;

    /** @param strength s, 0 or more; 0.1 in the paper */
    public PcaColour(Number strength) {
        this(strength.doubleValue(), new double[0][]);
        if (!(this.strength >= 0)) {
            throw new IllegalArgumentException(
                    "pcaColour: expected a standard deviation of 0 or more, got " + strength + "; 0.1 is usual");
        }
    }

    /** @param directions λᵢ pᵢ, one after the other */
    private PcaColour(double strength, double[]... directions) {
        this.strength = strength;
        this.directions = directions;
    }

    @Override
    public Augmentation fitted(Tensor images) {
        int channels = images.size(1);
        var pixels = images.permute(0, 2, 3, 1).reshape(-1, channels);
        var centred = pixels.minus(pixels.mean(0));
        var covariance = centred.t().mm(centred).div(Math.max(1, pixels.size(0)));
        var parts = covariance.svd();
        var rows = parts.get(0).times(parts.get(1)).t().toFloatMatrix();
        var scaled = new double[channels][channels];
        for (int i = 0; i < channels; i++) {
            for (int c = 0; c < channels; c++) {
                scaled[i][c] = rows[i][c];
            }
        }
        return new PcaColour(strength, scaled);
    }

    @Override
    public UnaryOperator<Raster> draw(Shape image, RandomGenerator random) {
        var shift = new double[image.get(0)];
        for (var direction : directions) {
            double alpha = strength * random.nextGaussian();
            for (int c = 0; c < shift.length; c++) {
                shift[c] += alpha * direction[c];
            }
        }
        return r -> r.labels() ? r : r.made((c, row, column) -> (float) (r.at(c, row, column) + shift[c]));
    }

    @Override
    public boolean isMoving() {
        return false;
    }

    @Override
    public String toString() {
        return "pcaColour(" + strength + ")";
    }
}
