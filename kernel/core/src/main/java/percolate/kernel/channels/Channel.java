package percolate.kernel.channels;

/** The channels that carry messages. */
public enum Channel {
    /** What a front end asks, cells above all. */
    SHELL,
    /** What must not wait behind a cell: interrupt and shutdown. */
    CONTROL,
    /** What the kernel asks the user. */
    STDIN,
    /** What every front end hears. */
    IOPUB
}
