package percolate.kernel.api;

/** The session that an {@link Extension} is introduced to. */
public interface Session {
    /**
     * Shows values of this type, and of its subtypes, through a renderer. The most specific type wins; between equals the
     * one added last.
     */
    <T> Session renderer(Class<T> type, Renderer<? super T> renderer);

    /**
     * Imports into every cell, written as in Java without the keyword and the semicolon: {@code "java.util.*"},
     * {@code "static percolate.Percolate.*"}.
     */
    Session imports(String... names);

    /**
     * Runs a task on a background thread when a cell first uses a class of any library, to load what it will soon need; a
     * session that uses none is spared the time and the memory.
     */
    Session warmUp(Runnable task);
}
