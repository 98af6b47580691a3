package percolate.kernel.api;

/** What stands behind {@link Input}: the kernel of the session, or the terminal where no notebook is connected. */
@FunctionalInterface
public interface Prompt {
    /**
     * The line that the user types.
     *
     * @param password whether it is typed unseen
     */
    String ask(String question, boolean password);
}
