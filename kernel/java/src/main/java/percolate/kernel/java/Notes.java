package percolate.kernel.java;

import java.util.HashSet;
import java.util.Set;
import percolate.kernel.language.Clash;
import percolate.kernel.language.Clashes;

/** Sentences for the reader of a cell, each told once. */
final class Notes {
    private final Set<String> told = new HashSet<>();
    private final Clashes clashes;

    /** @param clashes tells of names that mean different things, once for all languages */
    Notes(Clashes clashes) {
        this.clashes = clashes;
    }

    void tellOnce(String sentence) {
        if (told.add(sentence)) {
            tell(sentence);
        }
    }

    void tellOnce(Clash clash) {
        clashes.tellOnce(clash);
    }

    void tell(String sentence) {
        System.err.println(sentence);
    }
}
