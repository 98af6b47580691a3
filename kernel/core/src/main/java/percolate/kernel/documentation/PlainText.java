package percolate.kernel.documentation;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HTML as a terminal shows it. */
final class PlainText {
    private static final Pattern PREFORMATTED = Pattern.compile("(?s)<pre>(.*?)</pre>");
    private static final Pattern ENTITY = Pattern.compile("&(#?\\w+);");
    private static final Map<String, String> ENTITIES = Map.of(
            "lt", "<", "gt", ">", "amp", "&", "quot", "\"", "nbsp", " ", "mdash", "—", "ndash", "–", "copy", "©", "#64",
            "@", "hellip", "…");
    private static final String BREAK = "\u0001";
    private static final String BLANK = "\u0002";

    private PlainText() {}

    static String of(String html) {
        var kept = PREFORMATTED
                .matcher(html)
                .replaceAll(found -> Matcher.quoteReplacement(
                        BREAK + found.group(1).strip().replace("\n", BREAK).replace(" ", BLANK) + BREAK));
        var flowing = kept.replaceAll("\\s+", " ")
                .replaceAll(" ?<(?:p|ul|ol|dl|table|blockquote)> ?", "\n\n")
                .replaceAll(" ?<li> ?", "\n  - ")
                .replaceAll(" ?<(?:dt|tr|br)> ?", "\n")
                .replaceAll("</dt> ?<dd> ?", ": ")
                .replaceAll("<[^>]*>", "")
                .replace(BREAK, "\n")
                .replace(BLANK, " ");
        return ENTITY.matcher(flowing)
                .replaceAll(found -> Matcher.quoteReplacement(ENTITIES.getOrDefault(found.group(1), found.group())))
                .replaceAll(" +\n", "\n")
                .replaceAll("\n{3,}", "\n\n")
                .strip();
    }
}
