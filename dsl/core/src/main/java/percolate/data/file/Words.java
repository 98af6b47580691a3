package percolate.data.file;

/** The words of failures, for a sentence of ours. */
final class Words {
    private static final int MOST = 120;

    private Words() {}

    /** What another library says of a failure, on one line and without names of classes. */
    static String of(Throwable failure) {
        var message = failure.getMessage();
        var words = message == null || message.contains("Exception")
                ? "its content is damaged"
                : message.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
        return words.length() > MOST ? words.substring(0, MOST) + "…" : words;
    }
}
