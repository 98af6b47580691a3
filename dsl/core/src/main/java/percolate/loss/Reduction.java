package percolate.loss;

/** How the losses of elements or examples become the loss of a batch. */
public enum Reduction {
    /** Not at all: one number each. */
    NONE(0),
    MEAN(1),
    SUM(2);

    private final int code;

    Reduction(int code) {
        this.code = code;
    }

    /** Torch's number for it. */
    int code() {
        return code;
    }

    /** The native expression that reduces. */
    String of(String each) {
        return switch (this) {
            case NONE -> each;
            case MEAN -> "torch.mean(" + each + ", dtype=None)";
            case SUM -> "torch.sum(" + each + ", dtype=None)";
        };
    }
}
