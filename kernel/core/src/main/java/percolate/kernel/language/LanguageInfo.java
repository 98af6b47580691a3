package percolate.kernel.language;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A language as a notebook's metadata names it.
 *
 * @param name lower case, for example {@code java}
 * @param version of the language, for example {@code 17.0.15}
 * @param fileExtension with its dot
 * @param codeMirrorMode the editor's mode, and pygments' lexer for exports
 * @param helpLinks addresses for the front end's help menu, by the text to show
 */
public record LanguageInfo(
        String name,
        String version,
        String mimeType,
        String fileExtension,
        String codeMirrorMode,
        String pygmentsLexer,
        Map<String, String> helpLinks) {
    public LanguageInfo {
        helpLinks = Collections.unmodifiableMap(new LinkedHashMap<>(helpLinks));
    }

    /** A language without links. */
    public LanguageInfo(
            String name,
            String version,
            String mimeType,
            String fileExtension,
            String codeMirrorMode,
            String pygmentsLexer) {
        this(name, version, mimeType, fileExtension, codeMirrorMode, pygmentsLexer, Map.of());
    }

    /** The same language with one more link. */
    public LanguageInfo withHelpLink(String text, String url) {
        var more = new LinkedHashMap<>(helpLinks);
        more.put(text, url);
        return new LanguageInfo(name, version, mimeType, fileExtension, codeMirrorMode, pygmentsLexer, more);
    }
}
