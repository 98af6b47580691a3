package percolate.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import percolate.Shape;

/**
 * The body of one layer's function, while the layer writes it. The inputs are {@link #input(int)}, each weight stands
 * under its own name.
 */
public final class Body {
    private final List<Shape> shapes;
    private final boolean training;
    private final boolean exposing;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, String> exposed = new LinkedHashMap<>();

    Body(List<Shape> shapes, boolean training, boolean exposing) {
        this.shapes = shapes;
        this.training = training;
        this.exposing = exposing;
    }

    /** The argument that holds the batch, [batch, …]. */
    public String input() {
        return input(0);
    }

    /** The argument that holds the batch of one of several inputs. */
    public String input(int index) {
        return index == 0 ? "x" : "x" + index;
    }

    /** How many inputs there are. */
    public int inputs() {
        return shapes.size();
    }

    /** The shape of one example of the input. */
    public Shape shape() {
        return shape(0);
    }

    /** The shape of one example of one of several inputs. */
    public Shape shape(int index) {
        return shapes.get(index);
    }

    /** {@code True} while weights are trained, {@code False} when the model is used. */
    public String training() {
        return training ? "True" : "False";
    }

    /** Adds a statement. */
    public void line(String statement) {
        lines.add(statement);
    }

    /** Whether the program is asked for the values that {@link #expose} names; a layer may then take a slower way to them. */
    public boolean exposing() {
        return exposing;
    }

    /**
     * Makes a value that arises on the way readable: {@code activations(x).at("memory.forget")}.
     *
     * @param name as students know it, for example {@code forget}
     * @param value the variable that holds it at the end of the function
     */
    public void expose(String name, String value) {
        exposed.put(name, value);
    }

    Map<String, String> exposed() {
        return exposed;
    }

    List<String> lines() {
        return lines;
    }
}
