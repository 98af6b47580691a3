package percolate.kernel.protocol;

/** Asks which comms are open. */
public record CommInfoRequest() implements Request {}
