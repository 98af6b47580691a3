package percolate.kernel.cells;

/** Unwinds a cell that was stopped; an Error, so that a cell's {@code catch (Exception)} lets it pass. */
public final class CellStopped extends Error {
    private static final long serialVersionUID = 1;

    CellStopped() {
        super("the cell was stopped");
    }
}
