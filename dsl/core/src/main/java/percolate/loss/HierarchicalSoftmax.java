package percolate.loss;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.engine.Array;
import percolate.model.Attributes;
import percolate.program.Scoring;
import percolate.tensor.Joining;

/**
 * Softmax over many words as a walk down a Huffman tree: −Σ ln sigmoid(±o_n) over the inner nodes n on the way from the root
 * to the word, + where it turns right, − where left; the mean over the batch. A word takes about log₂(words) nodes, a
 * frequent one fewer.
 *
 * <p>Outputs are a score for each inner node, [batch, words − 1], as of {@code dense(words - 1)}; labels int64 [batch] from 0
 * to words − 1. {@link #probabilities} turns such outputs into those of words. Metrics that want labels do not fit beside it.
 *
 * @see <a href="https://proceedings.mlr.press/r5/morin05a.html">Morin and Bengio 2005</a>
 * @see <a href="https://arxiv.org/abs/1310.4546">Mikolov et al. 2013, eq. 3</a>
 */
public final class HierarchicalSoftmax extends Criterion<HierarchicalSoftmax> {
    private final long[][] paths;

    private HierarchicalSoftmax(Attributes attributes, long[][] paths) {
        super(attributes);
        this.paths = paths;
    }

    /** @param counts how often each word occurs, two words or more */
    public HierarchicalSoftmax(Number... counts) {
        this(
                Attributes.of("hierarchicalSoftmax")
                        .with(
                                "counts",
                                Arrays.stream(counts).map(String::valueOf).collect(Collectors.joining(", "))),
                paths(Arrays.stream(counts).mapToDouble(Number::doubleValue).toArray()));
    }

    private static long[][] paths(double... counts) {
        if (counts.length < 2 || Arrays.stream(counts).anyMatch(c -> !(c >= 0) || Double.isInfinite(c))) {
            throw new IllegalArgumentException(
                    "hierarchicalSoftmax: expected how often each of two words or more occurs, got "
                            + Arrays.toString(counts) + "; give a finite number of 0 or more for each");
        }
        var tree = new HuffmanTree(counts);
        return IntStream.range(0, counts.length).mapToObj(tree::path).toArray(long[][]::new);
    }

    @Override
    protected HierarchicalSoftmax with(Attributes attributes) {
        return new HierarchicalSoftmax(attributes, paths);
    }

    @Override
    protected List<String> arguments() {
        return List.of("counts");
    }

    /** A word's way from the root: 1 for right, 0 for left. */
    public String code(int word) {
        if (word < 0 || word >= paths.length) {
            throw new IndexOutOfBoundsException(name() + ".code: word " + word
                    + " is not there; words are numbered from 0 to " + (paths.length - 1));
        }
        return LongStream.of(paths[word]).mapToObj(turn -> turn > 0 ? "1" : "0").collect(Collectors.joining());
    }

    /**
     * The probability of each word.
     *
     * @param outputs [batch, words − 1]
     * @return [batch, words], rows sum to 1
     */
    public Tensor probabilities(Tensor outputs) {
        if (outputs.shape().rank() != 2 || outputs.size(1) != paths.length - 1) {
            throw new ShapeException(name() + ".probabilities: expected scores [batch, " + (paths.length - 1)
                    + "], one for each inner node, got " + outputs.shape() + "; give the model's outputs");
        }
        var nothing = outputs.slice(1, 0, 1).times(0);
        var turns = Joining.concat(1, List.of(nothing, logSigmoid(outputs), logSigmoid(outputs.unaryMinus())))
                .t();
        var sum = turns.get(chosen(0));
        for (int depth = 1; depth < deepest(); depth++) {
            sum = sum.plus(turns.get(chosen(depth)));
        }
        return sum.t().exp();
    }

    private static Tensor logSigmoid(Tensor x) {
        // −max(0, −x) − ln(1 + e^−|x|) never overflows.
        return x.unaryMinus()
                .relu()
                .plus(x.abs().unaryMinus().exp().plus(1).log())
                .unaryMinus();
    }

    /** [words]: the number of each word's turn at a depth, first all to the right, then to the left; 0 where it has arrived. */
    private Tensor chosen(int depth) {
        var rows = new long[paths.length];
        for (int word = 0; word < rows.length; word++) {
            long turn = depth < paths[word].length ? paths[word][depth] : 0;
            rows[word] = turn >= 0 ? turn : paths.length - 1 - turn;
        }
        return new Tensor(Array.of(rows, Shape.of(rows.length)));
    }

    private int deepest() {
        return Arrays.stream(paths).mapToInt(path -> path.length).max().orElseThrow();
    }

    @Override
    public Tensor prepare(Shape output, Tensor targets) {
        if (output.rank() != 1 || output.get(0) != paths.length - 1) {
            throw new IllegalArgumentException(name() + ": expected a score for each of " + (paths.length - 1)
                    + " inner nodes, got outputs of shape " + output + "; end the model in dense(" + (paths.length - 1)
                    + ")");
        }
        long[] labels = Labels.prepare(name(), Shape.of(paths.length), targets).toLongArray();
        int depth = deepest();
        var turns = new long[labels.length * depth];
        for (int i = 0; i < labels.length; i++) {
            var path = paths[(int) labels[i]];
            System.arraycopy(path, 0, turns, i * depth, path.length);
        }
        return new Tensor(Array.of(turns, Shape.of(labels.length, depth)));
    }

    @Override
    public String write(Scoring scoring) {
        var scores = "torch.gather(o, 1, torch.sub(torch.clamp_min(torch.abs(y), 1), 1))";
        var each = "torch.softplus(torch.mul(" + scores + ", torch.neg(torch.sign(y))), 1, 20)";
        return reduction().of("torch.sum(torch.mul(" + each + ", torch.ne(y, 0)), [1], False, dtype=None)");
    }
}
