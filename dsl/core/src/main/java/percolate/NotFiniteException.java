package percolate;

/** A loss or gradient is infinite or no number; nothing was changed by it. */
public final class NotFiniteException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final String found;

    /**
     * @param where which step
     * @param found what was not finite, and what helps
     */
    @Internal
    public NotFiniteException(String where, String found) {
        super(where + ": expected finite numbers, got " + found + " (the weights are as they were before this step)");
        this.found = found;
    }

    /** What was not finite, and what helps. */
    public String found() {
        return found;
    }
}
