package percolate.loss;

import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.model.Attributes;
import percolate.program.Scoring;

/**
 * Connectionist temporal classification: −ln of the probability that the outputs, read without repetitions and blanks,
 * spell the target, summed over all ways to align them. The loss of each example is divided by its target's length, then
 * the mean over the batch is taken.
 *
 * <p>Outputs are logits [batch, time, classes], class 0 is the blank; targets int64 [batch, length], classes from 1 on,
 * filled up with 0 at the end. A model that ends in softmax is trained on the softmax's operands.
 *
 * @see <a href="https://doi.org/10.1145/1143844.1143891">Graves et al. 2006</a>
 */
public final class Ctc extends Criterion<Ctc> {
    private Ctc(Attributes attributes) {
        super(attributes);
    }

    public Ctc() {
        this(Attributes.of("ctc"));
    }

    @Override
    protected Ctc with(Attributes attributes) {
        return new Ctc(attributes);
    }

    @Override
    public String applies() {
        return "softmax";
    }

    @Override
    public boolean takesLogits() {
        return true;
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        if (output.rank() != 2 || targets.shape().rank() != 2) {
            throw new ShapeException(
                    name() + ": expected outputs [time, classes] and targets [length] per example, got "
                            + output + " and " + targets.shape().dropFirst(1)
                            + "; let recurrent layers return sequences, and fill targets up with 0");
        }
        var flat = targets.reshape(-1);
        var labels = Labels.prepare(name(), output.dropFirst(1), flat)
                .reshape(targets.shape().toArray());
        int length = targets.size(1);
        long[] all = labels.toLongArray();
        for (int row = 0; row < targets.size(0); row++) {
            check(row, all, row * length, length, output.get(0));
        }
        return labels;
    }

    private void check(int example, long[] all, int from, int length, int time) {
        int used = 0;
        int needed = 0;
        for (int i = 0; i < length; i++) {
            long label = all[from + i];
            if (label == 0) {
                continue;
            }
            if (used < i) {
                throw new IllegalArgumentException(
                        name() + ": expected 0, the blank, at the end of a target only, got it" + " before label "
                                + label + " at example " + example + "; number the classes from 1");
            }
            used++;
            needed += i > 0 && all[from + i - 1] == label ? 2 : 1;
        }
        if (used == 0 || (time >= 0 && needed > time)) {
            throw new IllegalArgumentException(name() + ": expected targets of 1 label or more that fit into the "
                    + "outputs' " + time + " steps, got one that needs " + needed + " at example " + example
                    + "; give the outputs more steps, or leave it out");
        }
    }

    @Override
    public String writeEach(Scoring scoring) {
        return "torch.div(" + none().write(scoring) + ", torch.clamp_min(" + lengths() + ", 1))";
    }

    private static String lengths() {
        return "torch.sum(torch.ne(y, 0), [1], False, dtype=None)";
    }

    @Override
    public String write(Scoring scoring) {
        var steps =
                "torch.full([torch.size(o, 0)], torch.size(o, 1), dtype=4, layout=None, device=None, pin_memory=None)";
        return "torch.ctc_loss(torch.transpose(torch.log_softmax(o, 2, None), 0, 1), y, " + steps
                + ", " + lengths() + ", 0, "
                + reduction().code() + ", False)";
    }
}
