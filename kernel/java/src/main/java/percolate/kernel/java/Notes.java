package percolate.kernel.java;

import java.util.HashSet;
import java.util.Set;

/** Sentences for the reader of a cell, each told once. */
final class Notes {
    private final Set<String> told = new HashSet<>();

    void tellOnce(String sentence) {
        if (told.add(sentence)) {
            tell(sentence);
        }
    }

    void tell(String sentence) {
        System.err.println(sentence);
    }
}
