package percolate.data;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a text is made of. */
public enum Tokens {
    /** Words, also with a hyphen or an apostrophe within, figures, and each other sign for itself. */
    WORDS("words") {
        @Override
        public List<String> of(String text) {
            return WORD.matcher(text).results().map(MatchResult::group).toList();
        }

        @Override
        public String joined(List<String> tokens) {
            return BEFORE_SIGN.matcher(String.join(" ", tokens)).replaceAll("$1");
        }
    },

    /** Characters, blanks among them. */
    CHARACTERS("characters") {
        @Override
        public List<String> of(String text) {
            return text.codePoints().mapToObj(Character::toString).toList();
        }

        @Override
        public String joined(List<String> tokens) {
            return String.join("", tokens);
        }
    };

    private static final Pattern WORD =
            Pattern.compile("<\\w+>|[\\p{L}\\p{M}\\p{N}]+(?:['’-][\\p{L}\\p{M}\\p{N}]+)*|[^\\s\\p{L}\\p{M}\\p{N}]");
    private static final Pattern BEFORE_SIGN = Pattern.compile(" ([.,;:!?)])");

    private final String plural;

    Tokens(String plural) {
        this.plural = plural;
    }

    public abstract List<String> of(String text);

    /** A text that {@link #of} takes apart into these. */
    public abstract String joined(List<String> tokens);

    public String plural() {
        return plural;
    }
}
