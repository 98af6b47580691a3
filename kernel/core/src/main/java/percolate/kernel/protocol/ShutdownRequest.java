package percolate.kernel.protocol;

/**
 * Asks the kernel to end.
 *
 * @param restart whether another will be started in its place
 */
public record ShutdownRequest(boolean restart) implements Request {
    static ShutdownRequest from(Fields fields) {
        return new ShutdownRequest(fields.flag("restart", false));
    }
}
