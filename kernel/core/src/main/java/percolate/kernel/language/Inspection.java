package percolate.kernel.language;

import java.util.Map;

/**
 * What is known of the name at a cursor: its declaration and its documentation.
 *
 * @param forms by MIME type, at least {@code text/plain}; empty if nothing is known
 */
public record Inspection(Map<String, String> forms) {
    public Inspection {
        forms = Map.copyOf(forms);
    }

    /** Nothing is known. */
    public static Inspection none() {
        return new Inspection(Map.of());
    }

    public boolean found() {
        return !forms.isEmpty();
    }
}
