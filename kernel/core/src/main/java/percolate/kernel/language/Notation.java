package percolate.kernel.language;

import java.util.List;
import java.util.Locale;

/**
 * How a language is written: what is known of it before it runs.
 *
 * @param name lower case, as magics and notebooks write it
 * @param endings of its source files, each with its dot
 * @param semicolons whether statements end with one; else with their line, and texts may hold code, as in Kotlin
 */
public record Notation(String name, List<String> endings, boolean semicolons) {
    public Notation {
        endings = List.copyOf(endings);
    }

    /** The name as people write it: {@code Java}. */
    public String title() {
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }

    /** Whether a file is a source of this language. */
    public boolean isOf(String file) {
        return endings.stream().anyMatch(file::endsWith);
    }
}
