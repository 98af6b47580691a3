package percolate.kernel.api;

import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** The session that an {@link Extension} is introduced to. */
public interface Session {
    /**
     * Shows values of this type, and of its subtypes, through a renderer. The most specific type wins; between equals the
     * one added last.
     */
    <T> Session renderer(Class<T> type, Renderer<? super T> renderer);

    /**
     * Imports into every cell, written as in Java without the keyword and the semicolon: {@code "java.util.*"},
     * {@code "static percolate.Percolate.*"}. Cells of every language get them: Kotlin has no static imports and takes the
     * name alone, {@code percolate.Percolate.*}. Where {@code java.util.*} and Kotlin have a name in common, such as
     * {@code List}, cells in Kotlin keep Kotlin's. A name that is not on the class path does no harm.
     */
    Session imports(String... names);

    /**
     * Runs a task on a background thread when a cell first uses a class of any library, to load what it will soon need; a
     * session that uses none is spared the time and the memory.
     */
    Session warmUp(Runnable task);

    /**
     * Adds a line to what {@code %memory} tells, for memory that the library holds.
     *
     * @param amount is asked each time, and may be called from any thread
     */
    Session memory(String name, Supplier<String> amount);

    /**
     * Lets {@code %memory} name the variables that hold the most: how many bytes a value of this type, or of a subtype, takes
     * outside of Java's heap. Collections and arrays of such values count with all they hold.
     *
     * @param bytes may be called from any thread; what it throws counts as 0
     */
    <T> Session bytes(Class<T> type, ToLongFunction<? super T> bytes);
}
