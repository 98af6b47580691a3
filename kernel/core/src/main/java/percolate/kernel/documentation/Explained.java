package percolate.kernel.documentation;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a reader is told of a name.
 *
 * @param declaration in the language's own words
 * @param comment its documentation as HTML; may be empty
 * @param others the declarations of what else has this name
 * @param note a last sentence; may be empty
 */
public record Explained(String declaration, String comment, List<String> others, String note) {
    public Explained {
        others = List.copyOf(others);
    }

    /** The same as text and as HTML, by MIME type. */
    public Map<String, String> forms() {
        return Map.of("text/plain", plain(), "text/html", html());
    }

    private String plain() {
        var text = new StringBuilder(declaration);
        if (!comment.isEmpty()) {
            text.append("\n\n").append(Documentation.plain(comment));
        }
        if (!others.isEmpty()) {
            text.append("\n\nAlso:\n    ").append(String.join("\n    ", others));
        }
        return text + (note.isEmpty() ? "" : "\n\n" + note);
    }

    private String html() {
        var also = others.isEmpty()
                ? ""
                : others.stream()
                        .map(Documentation::escaped)
                        .collect(Collectors.joining("\n", "<p>Also:</p><pre>", "</pre>"));
        return "<pre><b>" + Documentation.escaped(declaration) + "</b></pre>" + comment + also
                + (note.isEmpty() ? "" : "<p>" + Documentation.escaped(note) + "</p>");
    }
}
