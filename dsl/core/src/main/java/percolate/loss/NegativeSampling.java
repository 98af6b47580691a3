package percolate.loss;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.model.Attributes;
import percolate.program.Scoring;

/**
 * Negative sampling: −ln sigmoid(o_y) − Σ ln sigmoid(−o_n) over k noise words n, drawn anew for each example from all words
 * but y; the mean over the batch. Trains a choice among many words without pushing down each of them.
 *
 * <p>Outputs are a score for each word [batch, words], as of {@code embedding(words, d), flatten(), dense(words)}; labels
 * int64 [batch]. Noise words are equally likely, or by {@link #counts}. The native generator draws them: training repeats
 * with its seed, {@code of} and {@code evaluate} do not.
 *
 * @see <a href="https://arxiv.org/abs/1310.4546">Mikolov et al. 2013, eq. 4</a>
 */
public final class NegativeSampling extends Criterion<NegativeSampling> {
    private NegativeSampling(Attributes attributes) {
        super(attributes);
        attributes.positive("k");
    }

    /** @param k noise words per example, 1 or more */
    public NegativeSampling(int k) {
        this(Attributes.of("negativeSampling").with("k", k));
    }

    @Override
    protected NegativeSampling with(Attributes attributes) {
        return new NegativeSampling(attributes);
    }

    @Override
    protected List<String> arguments() {
        return List.of("k");
    }

    /** How often each word occurs: noise words are drawn in proportion to counts to the power of ¾. */
    public NegativeSampling counts(Number... perWord) {
        if (Arrays.stream(perWord).anyMatch(c -> !(c.doubleValue() > 0) || Double.isInfinite(c.doubleValue()))) {
            throw new IllegalArgumentException("negativeSampling.counts: expected finite numbers above 0, got "
                    + Arrays.toString(perWord) + "; count a word that never occurs as 1");
        }
        return option(
                "counts",
                Arrays.stream(perWord).map(c -> String.valueOf(c.doubleValue())).collect(Collectors.joining(", ")));
    }

    @Override
    public boolean isRandom() {
        return true;
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        if (output.rank() != 1) {
            throw new ShapeException(name() + ": expected a score for each word, [batch, words], got outputs of shape "
                    + output + "; put flatten() before the last layer");
        }
        if (attributes().has("counts") && counts().length != output.get(0)) {
            throw new IllegalArgumentException(name() + ".counts: expected a count for each of " + output.get(0)
                    + " words, got " + counts().length + "; name one for each, in the order of the labels");
        }
        return Labels.prepare(name(), output, targets);
    }

    @Override
    public String write(Scoring scoring) {
        var label = scoring.let("torch.unsqueeze(y, 1)");
        var chances = "torch.repeat(" + noise(scoring.output().get(0)) + ", [torch.size(o, 0), 1])";
        var drawn = scoring.let("torch.multinomial(torch.scatter(" + chances + ", 1, " + label + ", 0.0), "
                + attributes().integer("k") + ", True, generator=None)");
        var hit = "torch.softplus(torch.neg(torch.squeeze(torch.gather(o, 1, " + label + "), 1)), 1, 20)";
        var misses = "torch.sum(torch.softplus(torch.gather(o, 1, " + drawn + "), 1, 20), [1], False, dtype=None)";
        return reduction().of("torch.add(" + hit + ", " + misses + ")");
    }

    private String noise(int words) {
        if (!attributes().has("counts")) {
            return "torch.ones([" + words + "], dtype=6, layout=None, device=ops.prim.device(o), pin_memory=None)";
        }
        var chances = Arrays.stream(counts())
                .map(c -> String.valueOf(Math.pow(Double.parseDouble(c), 0.75)))
                .collect(Collectors.joining(", "));
        return "torch.tensor([" + chances + "], dtype=6, device=ops.prim.device(o), requires_grad=False)";
    }

    private String[] counts() {
        return attributes().text("counts", "").split(", ");
    }
}
