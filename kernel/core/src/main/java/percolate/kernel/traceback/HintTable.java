package percolate.kernel.traceback;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be done about errors, by the words that they come with. */
public final class HintTable {
    private final Map<Pattern, String> hints = new LinkedHashMap<>();

    /**
     * @param hints in the order to try them: by a pattern of all that an error says, the hint, which may name the pattern's
     *     groups as {@code $1}
     */
    public HintTable(Map<String, String> hints) {
        this(List.copyOf(hints.entrySet()));
    }

    /** The same of words and hints one by one. */
    public HintTable(List<Map.Entry<String, String>> hints) {
        hints.forEach(one -> this.hints.put(Pattern.compile(one.getKey(), Pattern.DOTALL), one.getValue()));
    }

    /** The first hint whose pattern fits. */
    public Optional<String> hint(String words) {
        return hints.entrySet().stream()
                .map(known -> filled(known.getKey().matcher(words), known.getValue()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> filled(Matcher words, String hint) {
        return words.matches() ? Optional.of(words.replaceFirst(hint)) : Optional.empty();
    }
}
