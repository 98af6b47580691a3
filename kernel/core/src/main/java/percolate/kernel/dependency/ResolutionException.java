package percolate.kernel.dependency;

/** Why libraries could not be added, in one sentence that says what to do. */
public final class ResolutionException extends RuntimeException {
    private static final long serialVersionUID = 1;

    ResolutionException(String sentence) {
        super(sentence);
    }

    ResolutionException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
