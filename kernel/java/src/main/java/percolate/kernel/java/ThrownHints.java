package percolate.kernel.java;

import static java.util.Map.entry;

import java.util.List;
import percolate.kernel.traceback.HintTable;

/** What a learner can do about an exception, where Java has words of its own for that. */
final class ThrownHints {
    static final HintTable TABLE = new HintTable(
            List.of(
                    entry(
                            "NullPointerException: .*Value\\(\\)\" because the return value of \"Map.get.*",
                            "the map has nothing under this key; getOrDefault(key, 0) gives 0 instead"),
                    entry(
                            "NullPointerException: .* because \"[^\"]*\\]\" is null",
                            "the elements of a new array are null until each is given a value"),
                    entry(
                            "NullPointerException: .* because \"(.+)\" is null",
                            "$1 has been given no value yet, or null; look where it gets its value"),
                    entry(
                            "ClassCastException: .+ cannot be cast to (?:.*[.$])?(\\w+)",
                            "ask first what it is, as in if (x instanceof $1 y) { … }"),
                    entry(
                            "NumberFormatException: .*\"\\s*-?\\d+[.]\\d*\\s*\".*",
                            "this is no whole number; Double.parseDouble reads it"),
                    entry("NumberFormatException: .*\"(?:\\s.*|.*\\s)\".*", "strip() takes the blanks off the text"),
                    entry(
                            ".*IndexOutOfBoundsException: Index -?\\d+ out of bounds for length ([1-9]\\d*)",
                            "indices go from 0 to one less than $1; a loop goes on while i < $1"),
                    entry("StackOverflowError.*", "a method that calls itself needs a case in which it does not"),
                    entry(
                            "ConcurrentModificationException.*",
                            "a collection must not change while a loop goes over it; removeIf(x -> …) removes while it goes"),
                    entry(
                            "NoSuchElementException(?!: No value present).*",
                            "there is no further element; ask with hasNext() or isEmpty() first"),
                    entry(
                            "UnsupportedOperationException",
                            "lists made by List.of(…), toList() or Arrays.asList(…) do not change;"
                                    + " new ArrayList<>(…) around one gives a list that does"),
                    entry(
                            "FileNotFoundException: https?:.*",
                            "the server has nothing under this address; look whether it is spelt as in a browser"),
                    entry(
                            "(?:NoSuchFileException|FileNotFoundException).*",
                            "a path starts at the notebook's folder, which Path.of(\"\").toAbsolutePath() shows"),
                    entry(
                            "ExceptionInInitializerError.*",
                            "the class cannot be used: what follows \"Caused by\" happened when its static fields got their values"),
                    entry(
                            "NoClassDefFoundError: Could not initialize class (.+)",
                            "its static fields failed to get their values when it was first used; mend that and run its cell again")));

    private ThrownHints() {}
}
