package percolate.program;

import java.util.ArrayList;
import java.util.List;
import percolate.Shape;

/**
 * The body of one layer's function, while the layer writes it. The input is {@link #input}, each weight stands under its
 * own name.
 */
public final class Body {
    private final Shape shape;
    private final boolean training;
    private final List<String> lines = new ArrayList<>();

    Body(Shape shape, boolean training) {
        this.shape = shape;
        this.training = training;
    }

    /** The argument that holds the batch, [batch, …]. */
    public String input() {
        return "x";
    }

    /** The shape of one example of the input. */
    public Shape shape() {
        return shape;
    }

    /** {@code True} while weights are trained, {@code False} when the model is used. */
    public String training() {
        return training ? "True" : "False";
    }

    /** Adds a statement. */
    public void line(String statement) {
        lines.add(statement);
    }

    List<String> lines() {
        return lines;
    }
}
