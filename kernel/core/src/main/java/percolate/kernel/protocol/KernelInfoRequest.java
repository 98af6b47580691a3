package percolate.kernel.protocol;

/** Asks who the kernel is and what it can do. */
public record KernelInfoRequest() implements Request {}
