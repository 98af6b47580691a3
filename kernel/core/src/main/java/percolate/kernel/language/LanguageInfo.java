package percolate.kernel.language;

/**
 * A language as a notebook's metadata names it.
 *
 * @param name lower case, for example {@code java}
 * @param version of the language, for example {@code 17.0.15}
 * @param fileExtension with its dot
 * @param codeMirrorMode the editor's mode, and pygments' lexer for exports
 */
public record LanguageInfo(
        String name,
        String version,
        String mimeType,
        String fileExtension,
        String codeMirrorMode,
        String pygmentsLexer) {}
