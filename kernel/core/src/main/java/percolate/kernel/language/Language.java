package percolate.kernel.language;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A language that runs cells, with the state that the cells have built up.
 *
 * <p>Each shell of the session calls {@link #evaluate} on a thread of its own; one at a time unless the language says that
 * it {@link #evaluatesConcurrently}. Every other method may be called from any thread while a cell runs.
 */
public interface Language extends AutoCloseable {
    Notation notation();

    LanguageInfo info();

    /** Waits until cells can run; a language that is ready when it is made need not do anything. */
    default void awaitStart() {}

    /**
     * Runs one cell to its end on the calling thread. A cell that the session's {@code Interruption} stops ends as
     * {@link Evaluation.Interrupted}.
     *
     * @param code the cell's text
     * @param cellNumber the execution count shown beside the cell; names the cell in errors
     */
    Evaluation evaluate(String code, int cellNumber);

    /** Whether the cells of several shells may run at the same time; else each waits for the one before. */
    default boolean evaluatesConcurrently() {
        return false;
    }

    /** Lets cells see more jars and folders from the next cell on. */
    void addToClassPath(List<Path> jars);

    /** Imports into every cell from now on, each written as in {@code percolate.kernel.api.Session#imports}. */
    void imports(List<String> names);

    /** Whether {@code code} can run as it stands, which decides what Enter does in a console. */
    Completeness completeness(String code);

    /** What could stand at the cursor; positions count UTF-16 units of {@code code}. */
    Completion complete(String code, int cursor);

    /** What the text at the cursor means; positions count UTF-16 units of {@code code}. */
    Inspection inspect(String code, int cursor, boolean detailed);

    /** The variables that the cells of this language have declared, by name; those of other languages are not among them. */
    default List<Variable> variables() {
        return List.of();
    }

    /** The classes, records, interfaces and so on that the cells of this language have declared. */
    default List<DeclaredType> types() {
        return List.of();
    }

    /** The methods or functions that the cells of this language have declared. */
    default List<DeclaredFunction> functions() {
        return List.of();
    }

    /**
     * From the next cell on, cells may use what the cells of another language have declared, and assign it.
     *
     * @param clashes is given the names that mean another thing there
     */
    default void meet(Language other, Clashes clashes) {}

    /** Forgets what cells have declared, as if none had run; the class path and {@link #imports} stay. */
    void reset();

    /**
     * The text of a cell that hands {@code code} to {@code percolate.kernel.api.Magics#timed} as a function, compiled
     * once; the code keeps its lines.
     */
    String timed(String code);

    /** A text that a program wrote, with the names of cells' classes as cells write them. */
    default String written(String text) {
        return text;
    }

    /** What the frames of its cells stand for, where one of them has ended a thread; never waits for a start. */
    default CellFrames frames() {
        return CellFrames.none();
    }

    /**
     * What its learners can do about an exception.
     *
     * @param title the exception's name, and what it says behind a colon
     */
    default Optional<String> hint(String title) {
        return Optional.empty();
    }

    @Override
    void close();
}
