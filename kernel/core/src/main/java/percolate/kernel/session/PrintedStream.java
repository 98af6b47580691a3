package percolate.kernel.session;

/** The two streams that a program prints to. */
enum PrintedStream {
    STDOUT("stdout"),
    STDERR("stderr");

    private final String protocolName;

    PrintedStream(String protocolName) {
        this.protocolName = protocolName;
    }

    String protocolName() {
        return protocolName;
    }
}
