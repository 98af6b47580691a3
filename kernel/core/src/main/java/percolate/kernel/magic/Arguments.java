package percolate.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Splits what follows a magic's name at blanks; quotes keep blanks together. */
final class Arguments {
    private static final Pattern WORD = Pattern.compile("(?:\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|[^\\s\"'])+");
    private static final Pattern QUOTED = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)'");

    private Arguments() {}

    static List<String> split(String text) {
        var words = new ArrayList<String>();
        var word = WORD.matcher(text);
        while (word.find()) {
            words.add(QUOTED.matcher(word.group())
                    .replaceAll(quoted -> Matcher.quoteReplacement(
                            quoted.group(2) != null
                                    ? quoted.group(2)
                                    : quoted.group(1).replaceAll("\\\\([\"\\\\])", "$1"))));
        }
        return words;
    }
}
