package percolate.kernel.traceback;

import java.util.LinkedHashMap;
import java.util.Optional;

/** What a learner can do about an exception: in the words of the cell's language, else in those that fit any. */
final class LearnerHints {
    private static final HintTable OF_ANY_LANGUAGE = ofAnyLanguage();
    private final HintTable table;

    /** @param own those in the language's own words, which go first */
    LearnerHints(HintTable own) {
        table = own.before(OF_ANY_LANGUAGE);
    }

    private static HintTable ofAnyLanguage() {
        var hints = new LinkedHashMap<String, String>();
        hints.put("NumberFormatException.*", "the text has to be a number, and nothing but a number");
        hints.put(
                "ArithmeticException: / by zero",
                "whole numbers cannot be divided by 0; ask for that first, or divide doubles");
        hints.put(
                ".*IndexOutOfBoundsException: Index \\d+ out of bounds for length 0",
                "it is empty: there is nothing at any index");
        hints.put(
                ".*IndexOutOfBoundsException: Index -?\\d+ out of bounds for length (\\d+)",
                "indices go from 0 to one less than $1");
        hints.put(
                "StringIndexOutOfBoundsException.*",
                "the letters of a text are counted from 0 to one less than its length");
        hints.put(
                "OutOfMemoryError: (?:Java heap space|Requested array size.*)",
                "Java has no room left for this: make it smaller, or let go of what is no longer needed by"
                        + " setting its variable to null");
        hints.put(
                "NoSuchElementException: No value present", "the Optional is empty; orElse(…) says what to take then");
        hints.put("NegativeArraySizeException.*", "a length is at least 0");
        hints.put("ArrayStoreException: (.+)", "the array was made for another type than $1");
        hints.put(
                "(?:UnknownHostException|UnresolvedAddressException).*",
                "no computer of this name was found; check its spelling, and whether this one is connected");
        hints.put(
                "ConnectException.*",
                "nothing answers under this address; check its spelling, and whether the server runs");
        hints.put(
                "(?:SocketTimeoutException|HttpTimeoutException|HttpConnectTimeoutException|NoRouteToHostException).*",
                "the other computer cannot be reached; try again, or look whether this one is connected");
        hints.put(
                "(?:NoClassDefFoundError|ClassNotFoundException).*",
                "no library of this session has this class; %maven group:artifact:version adds one");
        return new HintTable(hints);
    }

    Optional<String> hint(Thrown thrown) {
        return thrown.involves("UnsatisfiedLinkError")
                ? Optional.of("a library in native code cannot be loaded; ./percolate doctor says whether the"
                        + " engine's are complete, and how to mend them")
                : table.hint(thrown.title());
    }
}
