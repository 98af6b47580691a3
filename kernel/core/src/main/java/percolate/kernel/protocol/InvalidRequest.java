package percolate.kernel.protocol;

/**
 * A request of a known type with a wrong content.
 *
 * @param problem one sentence for the reply
 */
public record InvalidRequest(String type, String problem) implements Request {}
