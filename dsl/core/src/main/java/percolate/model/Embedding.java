package percolate.model;

import java.util.List;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.program.Body;

/**
 * A vector for each word of a vocabulary: int64 [time] gives [time, dimensions]. Weight: {@code weight}
 * [words, dimensions], which are also its parameters.
 */
public final class Embedding extends Part<Embedding> {
    public Embedding(Attributes attributes) {
        super(attributes);
        attributes.positive("words");
        attributes.positive("dimensions");
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

    @Override
    public List<Weight> weights(Shape input) {
        return List.of(new Weight("weight", Shape.of(words(), dimensions()), InitialValues.normal(1)));
    }

    @Override
    public String write(Body body) {
        return "torch.embedding(weight, " + body.input() + ", -1, False, False)";
    }

    @Override
    public String parameterFormula(Shape input) {
        return Sizes.arithmetic(words() + "·" + dimensions(), weights(input));
    }

    @Override
    public long work(Shape input) {
        return Sizes.rows(input.prepend(1)) * dimensions();
    }

    @Override
    protected String written() {
        return "embedding(" + words() + ", " + dimensions() + ")";
    }

    /** How many words there are: inputs run from 0 to before this. */
    public int words() {
        return attributes().integer("words");
    }

    private int dimensions() {
        return attributes().integer("dimensions");
    }
}
