package percolate.kernel.traceback;

import static java.util.Map.entry;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What a learner can do about an exception: in the words of the cell's language, else in those that fit any. */
final class LearnerHints {
    private static final HintTable OF_ANY_LANGUAGE = new HintTable(List.of(
            entry("NumberFormatException.*", "the text has to be a number, and nothing but a number"),
            entry(
                    "ArithmeticException: / by zero",
                    "whole numbers cannot be divided by 0; ask for that first, or divide doubles"),
            entry(
                    ".*IndexOutOfBoundsException: Index \\d+ out of bounds for length 0",
                    "it is empty: there is nothing at any index"),
            entry(
                    ".*IndexOutOfBoundsException: Index -?\\d+ out of bounds for length (\\d+)",
                    "indices go from 0 to one less than $1"),
            entry(
                    "StringIndexOutOfBoundsException.*",
                    "the letters of a text are counted from 0 to one less than its length"),
            entry(
                    "OutOfMemoryError: (?:Java heap space|Requested array size.*)",
                    "Java has no room left for this: make it smaller, or let go of what is no longer needed by"
                            + " setting its variable to null"),
            entry(
                    "NoSuchElementException: No value present",
                    "the Optional is empty; orElse(…) says what to take then"),
            entry("NegativeArraySizeException.*", "a length is at least 0"),
            entry("ArrayStoreException: (.+)", "the array was made for another type than $1"),
            entry(
                    "(?:UnknownHostException|UnresolvedAddressException).*",
                    "no computer of this name was found; check its spelling, and whether this one is connected"),
            entry(
                    "ConnectException.*",
                    "nothing answers under this address; check its spelling, and whether the server runs"),
            entry(
                    "(?:SocketTimeoutException|HttpTimeoutException|HttpConnectTimeoutException|NoRouteToHostException).*",
                    "the other computer cannot be reached; try again, or look whether this one is connected"),
            entry(
                    "(?:NoClassDefFoundError|ClassNotFoundException).*",
                    "no library of this session has this class; %maven group:artifact:version adds one")));
    private final Function<String, Optional<String>> own;

    /** @param own those in the language's own words, which go first */
    LearnerHints(Function<String, Optional<String>> own) {
        this.own = own;
    }

    Optional<String> hint(Thrown thrown) {
        return thrown.involves("UnsatisfiedLinkError")
                ? Optional.of("a library in native code cannot be loaded; ./percolate doctor says whether the"
                        + " engine's are complete, and how to mend them")
                : own.apply(thrown.title()).or(() -> OF_ANY_LANGUAGE.hint(thrown.title()));
    }
}
