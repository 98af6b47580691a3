package percolate.kernel.java;

import java.util.LinkedHashMap;
import percolate.kernel.traceback.HintTable;

/** What a learner can do about an exception, where Java has words of its own for that. */
final class ThrownHints {
    static final HintTable TABLE = table();

    private ThrownHints() {}

    private static HintTable table() {
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
        hints.put(
                ".*IndexOutOfBoundsException: Index -?\\d+ out of bounds for length ([1-9]\\d*)",
                "indices go from 0 to one less than $1; a loop goes on while i < $1");
        hints.put("StackOverflowError.*", "a method that calls itself needs a case in which it does not");
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
        hints.put(
                "FileNotFoundException: https?:.*",
                "the server has nothing under this address; look whether it is spelt as in a browser");
        hints.put(
                "(?:NoSuchFileException|FileNotFoundException).*",
                "a path starts at the notebook's folder, which Path.of(\"\").toAbsolutePath() shows");
        hints.put(
                "ExceptionInInitializerError.*",
                "the class cannot be used: what follows \"Caused by\" happened when its static fields got their values");
        hints.put(
                "NoClassDefFoundError: Could not initialize class (.+)",
                "its static fields failed to get their values when it was first used; mend that and run its cell again");
        return new HintTable(hints);
    }
}
