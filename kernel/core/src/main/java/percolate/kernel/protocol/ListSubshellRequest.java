package percolate.kernel.protocol;

/** Asks which subshells there are. */
public record ListSubshellRequest() implements Request {}
