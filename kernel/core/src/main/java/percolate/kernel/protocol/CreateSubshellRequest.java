package percolate.kernel.protocol;

/** Asks for a shell of its own, whose cells run beside those of the main one. */
public record CreateSubshellRequest() implements Request {}
