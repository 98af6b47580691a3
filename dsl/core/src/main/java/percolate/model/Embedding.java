package percolate.model;

import java.util.List;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.program.Body;
import percolate.tensor.InitialValues;

/**
 * A vector for each word of a vocabulary: int64 [time] gives [time, dimensions]. Weight: {@code weight}
 * [words, dimensions], which are also its parameters, drawn normal with standard deviation 1; no bias.
 */
public final class Embedding extends Weighted<Embedding> {
    public Embedding(Attributes attributes) {
        super(attributes);
        attributes.positive("words");
        attributes.positive("dimensions");
        if (attributes.has("padding") && (padding() < 0 || padding() >= words())) {
            throw new IllegalArgumentException("embedding: expected padding to be the number of a word, 0 to "
                    + (words() - 1) + ", got " + padding());
        }
    }

    public Embedding(int words, int dimensions) {
        this(Attributes.of("embedding").with("words", words).with("dimensions", dimensions));
    }

    @Override
    protected Embedding with(Attributes attributes) {
        return new Embedding(attributes);
    }

    @Override
    public Shape outputShape(Shape input) {
        if (input.rank() != 1) {
            throw new ShapeException("expected the numbers of words, [batch, time], got " + Sizes.batch(input)
                    + "; put flatten() before it");
        }
        return Shape.of(input.get(0), dimensions());
    }

    @Override
    public void check(Tensor x) {
        for (double word : x.toDoubleArray()) {
            if (word != Math.rint(word) || word < 0 || word >= words()) {
                throw new IllegalArgumentException("expected numbers of words from 0 to " + (words() - 1) + ", got "
                        + (word == Math.rint(word) ? Long.toString((long) word) : Double.toString(word))
                        + "; give embedding(words, dimensions) as many words as the vocabulary has");
            }
        }
    }

    @Override
    public boolean takesIntegers() {
        return true;
    }

    /**
     * The number of a word that only fills up sequences: its vector is zero and never trained, and no step counts that
     * holds it. Recurrent layers keep their state there, and attention gives it no weight, as long as the layers between
     * keep the time axis; layers of one's own and convolutions do not know of it, and losses say which label they
     * {@code ignore}. Readable as {@code mask}, [time], 1 for words and 0 for it.
     */
    public Embedding padding(int word) {
        return option("padding", word);
    }

    @Override
    public Embedding withBias(boolean bias) {
        if (bias) {
            throw new IllegalArgumentException(
                    "embedding.withBias: a table of vectors has no bias; put dense(…) behind it");
        }
        return this;
    }

    @Override
    public Embedding bias(Tensor values) {
        return withBias(true);
    }

    @Override
    public boolean givesMask() {
        return attributes().has("padding");
    }

    @Override
    public List<Exposed> exposed(List<Shape> inputs) {
        return givesMask() ? List.of(new Exposed("mask", inputs.get(0))) : List.of();
    }

    @Override
    protected List<Weight> layerWeights(Shape input) {
        var vectors = weight("weight", Shape.of(words(), dimensions()), initial(InitialValues.normal(0, 1)));
        return List.of(vectors.with(Units.FIRST));
    }

    @Override
    protected String writeLayer(Body body) {
        var vectors = "torch.embedding(weight, " + body.input() + ", -1, False, False)";
        if (!givesMask()) {
            return vectors;
        }
        body.line("mask = torch.to(torch.ne(" + body.input() + ", " + padding() + "), 6, False, False, None)");
        body.expose("mask", "mask");
        return "torch.mul(" + vectors + ", torch.unsqueeze(mask, 2))";
    }

    @Override
    protected String parameterProduct(Shape input) {
        return words() + "·" + dimensions();
    }

    @Override
    public long work(Shape input) {
        return Sizes.rows(input.prepend(1)) * dimensions();
    }

    @Override
    protected String written() {
        return "embedding(" + words() + ", " + dimensions() + ")"
                + (attributes().has("padding") ? ".padding(" + padding() + ")" : "") + options();
    }

    /** How many words there are: inputs run from 0 to before this. */
    public int words() {
        return attributes().integer("words");
    }

    private int padding() {
        return attributes().integer("padding");
    }

    private int dimensions() {
        return attributes().integer("dimensions");
    }
}
