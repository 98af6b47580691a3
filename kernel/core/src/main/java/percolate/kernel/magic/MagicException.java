package percolate.kernel.magic;

/** Why a magic failed, in one sentence. */
final class MagicException extends RuntimeException {
    private static final long serialVersionUID = 1;

    MagicException(String sentence) {
        super(sentence);
    }
}
