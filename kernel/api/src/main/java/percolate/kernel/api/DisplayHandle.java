package percolate.kernel.api;

/** A display that is on the page already and can be changed in place. */
public interface DisplayHandle {
    /** The display_id of the protocol. */
    String id();

    /** Shows another value in the same place. May be called from any thread, also after the cell has ended. */
    void update(Object value);
}
