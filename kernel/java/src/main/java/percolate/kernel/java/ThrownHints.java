package percolate.kernel.java;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a learner can do about an exception. */
final class ThrownHints {
    private static final Map<Pattern, String> TITLES = titles();

    private ThrownHints() {}

    private static Map<Pattern, String> titles() {
        var hints = new LinkedHashMap<String, String>();
        hints.put(
                "NullPointerException: .*Value\\(\\)\" because the return value of \"Map.get.*",
                "the map has nothing under this key; getOrDefault(key, 0) gives 0 instead");
        hints.put(
                "NullPointerException: .* because \"[^\"]*\\]\" is null",
                "the elements of a new array are null until each is given a value");
        hints.put(
                "NullPointerException: .* because \"(.+)\" is null",
                "$1 has been given no value yet, or null; look where it gets its value");
        hints.put(
                "ClassCastException: .+ cannot be cast to (?:.*[.$])?(\\w+)",
                "ask first what it is, as in if (x instanceof $1 y) { … }");
        hints.put(
                "NumberFormatException: .*\"\\s*-?\\d+[.]\\d*\\s*\".*",
                "this is no whole number; Double.parseDouble reads it");
        hints.put("NumberFormatException: .*\"(?:\\s.*|.*\\s)\".*", "strip() takes the blanks off the text");
        hints.put("NumberFormatException.*", "the text has to be a number, and nothing but a number");
        hints.put(
                "ArithmeticException: / by zero",
                "whole numbers cannot be divided by 0; ask for that first, or divide doubles");
        hints.put(
                ".*IndexOutOfBoundsException: Index \\d+ out of bounds for length 0",
                "it is empty: there is nothing at any index");
        hints.put(
                ".*IndexOutOfBoundsException: Index (-?\\d+) out of bounds for length (\\d+)",
                "indices go from 0 to one less than $2; a loop goes on while i < $2");
        hints.put("StackOverflowError.*", "a method that calls itself needs a case in which it does not");
        hints.put(
                "OutOfMemoryError: (?:Java heap space|Requested array size.*)",
                "Java has no room left for this: make it smaller, or let go of what is no longer needed by"
                        + " setting its variable to null");
        hints.put(
                "ConcurrentModificationException.*",
                "a collection must not change while a loop goes over it; removeIf(x -> …) removes while it goes");
        hints.put(
                "NoSuchElementException: No value present", "the Optional is empty; orElse(…) says what to take then");
        hints.put("NoSuchElementException.*", "there is no further element; ask with hasNext() or isEmpty() first");
        hints.put(
                "UnsupportedOperationException",
                "lists made by List.of(…), toList() or Arrays.asList(…) do not change;"
                        + " new ArrayList<>(…) around one gives a list that does");
        hints.put("NegativeArraySizeException.*", "a length is at least 0");
        hints.put(
                "FileNotFoundException: https?:.*",
                "the server has nothing under this address; look whether it is spelt as in a browser");
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
                "(?:NoSuchFileException|FileNotFoundException).*",
                "a path starts at the notebook's folder, which Path.of(\"\").toAbsolutePath() shows");
        hints.put("ArrayStoreException: (.+)", "the array was made for another type than $1");
        hints.put(
                "ExceptionInInitializerError.*",
                "the class cannot be used: what follows \"Caused by\" happened when its static fields got their values");
        hints.put(
                "NoClassDefFoundError: Could not initialize class (.+)",
                "its static fields failed to get their values when it was first used; mend that and run its cell again");
        hints.put(
                "(?:NoClassDefFoundError|ClassNotFoundException).*",
                "no library of this session has this class; %maven group:artifact:version adds one");
        var compiled = new LinkedHashMap<Pattern, String>();
        hints.forEach((title, hint) -> compiled.put(Pattern.compile(title, Pattern.DOTALL), hint));
        return compiled;
    }

    static Optional<String> hint(Thrown thrown) {
        if (thrown.involves("UnsatisfiedLinkError")) {
            return Optional.of("a library in native code cannot be loaded; ./percolate doctor says whether the"
                    + " engine's are complete, and how to mend them");
        }
        for (var known : TITLES.entrySet()) {
            var words = known.getKey().matcher(thrown.title());
            if (words.matches()) {
                return Optional.of(words.replaceFirst(known.getValue()));
            }
        }
        return Optional.empty();
    }
}
