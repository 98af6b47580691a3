package percolate.kernel.protocol;

/** A message of a type that this kernel does not know; the protocol asks to ignore it. */
public record UnknownRequest(String type) implements Request {}
