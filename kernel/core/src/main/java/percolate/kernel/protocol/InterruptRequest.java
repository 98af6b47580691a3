package percolate.kernel.protocol;

/** Asks to stop the running cell. */
public record InterruptRequest() implements Request {}
