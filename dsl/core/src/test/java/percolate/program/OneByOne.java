package percolate.program;

/** Lets tests run every model layer by layer, to compare that with whole programs. */
public final class OneByOne {
    private OneByOne() {}

    /** Layers run one by one from now on, or ends that. */
    public static void force(boolean forcing) {
        Forward.forceStepwise(forcing);
    }
}
