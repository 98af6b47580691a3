package percolate.kernel.java;

import java.util.Optional;
import java.util.regex.Pattern;

/** Statements that give something a value: {@code n = 5;}, {@code n += 2}, {@code a[0]++}, {@code --n}. */
final class Assignment {
    private static final Pattern WHOLE = Pattern.compile("(?s)(?<target>(?:[\\w.$]|\\[[^\\]]*\\]|\\([^()]*\\))+)\\s*"
            + "(?:(?:[-+*/%&|^]|<<|>>>?)?=(?!=).*|(?:\\+\\+|--)\\s*;?)"
            + "|(?:\\+\\+|--)\\s*(?<counted>[\\w.$]+)\\s*;?");

    private Assignment() {}

    /** What gets the value; empty if the source is no such statement. */
    static Optional<String> target(String source) {
        var found = WHOLE.matcher(source.strip());
        return found.matches()
                ? Optional.of(found.group("target") == null ? found.group("counted") : found.group("target"))
                : Optional.empty();
    }
}
