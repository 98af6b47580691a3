package percolate;

/** The type of a tensor's elements. */
public enum DType {
    float32(4),
    float64(8),
    int64(8),
    int32(4),
    uint8(1),
    bool(1);

    private final int bytes;

    DType(int bytes) {
        this.bytes = bytes;
    }

    /** Size of one element in bytes. */
    public int bytes() {
        return bytes;
    }

    /** Whether elements have a fraction, so that gradients exist. */
    public boolean isFloating() {
        return this == float32 || this == float64;
    }

    /** The type of results that this and another type have together, as in PyTorch: the one that holds both. */
    public DType joined(DType other) {
        if (isFloating() != other.isFloating()) {
            return isFloating() ? this : other;
        }
        if (bytes == other.bytes) {
            return this == bool ? other : this;
        }
        return bytes > other.bytes ? this : other;
    }
}
