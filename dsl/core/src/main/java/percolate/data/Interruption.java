package percolate.data;

/** Somebody interrupted the thread while examples were being read; its interrupt flag is set. */
public final class Interruption extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Interruption(String where) {
        super(where + ": expected time to read examples, got an interrupt; begin again where it matters");
    }
}
