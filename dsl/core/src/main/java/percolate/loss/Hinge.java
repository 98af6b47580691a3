package percolate.loss;

import java.util.Arrays;
import percolate.Shape;
import percolate.Tensor;
import percolate.model.Attributes;
import percolate.program.Scoring;

/**
 * Hinge loss of two classes, max(0, 1 − y·o), the mean over all elements: 0 where the output lies at least 1 on the
 * target's side.
 *
 * <p>Outputs are real numbers, such as those of {@code dense(1)} without activation; targets have their shape and are −1
 * and 1, or 0 and 1, where 0 stands for −1.
 *
 * @see <a href="https://doi.org/10.1007/BF00994018">Cortes and Vapnik 1995</a>
 */
public final class Hinge extends Criterion<Hinge> {
    private Hinge(Attributes attributes) {
        super(attributes);
    }

    public Hinge() {
        this(Attributes.of("hinge"));
    }

    @Override
    protected Hinge with(Attributes attributes) {
        return new Hinge(attributes);
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        var sides = Numbers.prepare(name(), output, targets);
        double[] all = sides.toDoubleArray();
        boolean zeros = Arrays.stream(all).anyMatch(s -> s == 0);
        for (double side : all) {
            if (side != 1 && side != (zeros ? 0 : -1)) {
                throw new IllegalArgumentException(name() + ": expected targets of -1 and 1, or of 0 and 1, got " + side
                        + (zeros && side == -1 ? " beside 0" : "")
                        + "; use multiclassHinge() for labels of several classes");
            }
        }
        return zeros ? sides.times(2).minus(1) : sides;
    }

    @Override
    public String write(Scoring scoring) {
        return reduction().of("torch.relu(torch.rsub(torch.mul(o, y), 1, 1))");
    }
}
