package percolate.kernel.api;

/** What stands behind {@link Display}: the kernel of the session, or plain output where no notebook is connected. */
public interface Frontend {
    /** Shows a value through its renderer; a {@link MimeBundle} is shown as it is. */
    DisplayHandle show(Object value);

    /** Clears the output of the cell that the calling thread belongs to; {@code wait}: not before the next output. */
    void clearOutput(boolean wait);

    /** Shows a bundle in the pager of the front end when the cell that the calling thread belongs to has ended. */
    void page(MimeBundle bundle);
}
