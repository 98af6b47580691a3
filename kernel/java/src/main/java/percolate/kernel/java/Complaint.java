package percolate.kernel.java;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import percolate.kernel.language.Cell;

/**
 * One error of the compiler.
 *
 * @param code the compiler's name for this kind of error, without what all names start with
 * @param words what it says, on one line
 * @param before the snippet's text up to the place
 * @param after the cell's text from the place on
 */
record Complaint(String code, String words, Cell.Place place, String before, String after) {
    private static final Pattern QUALIFIED = Pattern.compile("\\b(?:[a-z][a-z0-9]*\\.)+(?=[A-Z])");
    private static final Pattern UNKNOWN =
            Pattern.compile("cannot find (?<kind>variable|method|class) (?<name>\\w+)(?<more>[^,]*?(?:\\(.*?\\))?)"
                    + "(?:, location: (?<where>\\w+) (?<at>[^ ]+)(?: of type (?<type>.+))?)?");
    private static final Pattern ARGUMENTS =
            Pattern.compile("(?<what>method|constructor) (?<name>\\w+) in .*?cannot be applied to given types;?,"
                    + " required: (?<wanted>.*?), found: (?<got>.*?), reason: .*");
    private static final Pattern OPERANDS = Pattern.compile(
            "bad operand types for binary operator '(?<sign>.+?)', first type: (?<left>.+), second type: (?<right>.+)");
    private static final Pattern NONE_FITS =
            Pattern.compile("no suitable (?:method|constructor) found for (?<name>\\w+)\\((?<got>.*?)\\), .*");
    private static final Pattern NO_PACKAGE = Pattern.compile("package (\\w+) does not exist");
    private static final Pattern NO_INSTANCE =
            Pattern.compile("(?<=incompatible types: )no instance\\(s\\) of type variable\\(s\\) .+ exist so that"
                    + " (?:\\w+\\.)*(\\w+)(?:<.*>)? conforms to (.+)");
    private static final int MOST_OVERLOADS = 4;

    static Complaint of(Origins.Origin origin, Diag error) {
        var text = origin.cell().text();
        var position = error.getPosition() == Diag.NOPOS ? 0 : (int) error.getPosition();
        var at = Math.max(0, Math.min(origin.at(position), text.length()));
        if (at + 1 < text.length() && text.charAt(at) == '.' && Character.isLetter(text.charAt(at + 1))) {
            at++; // the name behind the dot is what is wrong
        }
        var words = plain(error);
        var head = NO_PACKAGE.matcher(words);
        if (head.matches() && isBefore(head.group(1), text, at)) {
            at -= head.group(1).length() + 1;
            words = "cannot find " + (Character.isUpperCase(text.charAt(at)) ? "class " : "variable ") + head.group(1);
        }
        return new Complaint(
                error.getCode().replaceFirst("^compiler\\.err\\.", ""),
                words,
                origin.cell().place(at),
                text.substring(Math.min(origin.offset(), at), at),
                text.substring(at));
    }

    /** Whether a name and a dot stand before a place, other than in an import: it need not have been meant as a package. */
    private static boolean isBefore(String name, String text, int at) {
        var line = text.substring(text.lastIndexOf('\n', at) + 1, at);
        return text.startsWith(name + ".", at - name.length() - 1)
                && !line.strip().startsWith("import ");
    }

    /** A name that is not declared; {@code owner} is the type or package it was looked for in, or empty. */
    record Unknown(String kind, String name, String owner) {}

    /** The name that this error is about, or null if it is about something else. */
    Unknown unknown() {
        var found = UNKNOWN.matcher(words);
        return found.matches() ? new Unknown(found.group("kind"), found.group("name"), owner(found)) : null;
    }

    private static String owner(Matcher found) {
        var owner = found.group("type") == null ? found.group("at") : found.group("type");
        return owner == null ? "" : owner;
    }

    /** The error as a sentence. */
    String sentence() {
        var unknown = UNKNOWN.matcher(words);
        if (unknown.matches() && !owner(unknown).isEmpty()) {
            var kind = unknown.group("kind").equals("variable") ? "field" : unknown.group("kind");
            return owner(unknown) + " has no " + kind + " " + unknown.group("name") + unknown.group("more");
        }
        var none = NONE_FITS.matcher(words);
        if (none.matches()) {
            return "no " + none.group("name") + " takes " + list(none.group("got")) + "; it takes "
                    + overloads(none.group("name"));
        }
        var operands = OPERANDS.matcher(words);
        if (operands.matches()) {
            return "the operator " + operands.group("sign") + " does not take " + operands.group("left") + " and "
                    + operands.group("right");
        }
        var arguments = ARGUMENTS.matcher(words);
        return arguments.matches()
                ? arguments.group("what") + " " + arguments.group("name") + " expects "
                        + list(arguments.group("wanted")) + ", got " + list(arguments.group("got"))
                : words;
    }

    private String overloads(String name) {
        var found = Pattern.compile("(?:method|constructor) (?:[\\w.<>,?]*\\.)?(?:<[^>]*>)?" + name
                        + "\\(([^()]*)\\) is not applicable")
                .matcher(words)
                .results()
                .map(one -> list(one.group(1)))
                .distinct()
                .toList();
        return found.stream().limit(MOST_OVERLOADS).collect(Collectors.joining(" or "))
                + (found.size() > MOST_OVERLOADS ? ", …" : "");
    }

    private static String list(String types) {
        return "(" + (types.equals("no arguments") ? "" : types.replaceAll(",(?=\\S)", ", ")) + ")";
    }

    boolean isMissingSemicolon() {
        return code.startsWith("expected") && words.contains("';'");
    }

    /** The compiler's message on one line, without packages and without the class that wraps each snippet. */
    private static String plain(Diag error) {
        var line = error.getMessage(Locale.ENGLISH)
                .lines()
                .map(String::strip)
                .filter(part -> !part.startsWith("location: class") || !part.matches(".*(REPL|class *)$"))
                .map(part -> part.replaceAll("\\s+", " "))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "))
                .replace("cannot find symbol, symbol: ", "cannot find ")
                .replace(", (", " (")
                .replace("')' or ',' expected", "')' expected") // as newer compilers say
                .transform(WrittenNames::of)
                .transform(all -> NO_INSTANCE.matcher(all).replaceFirst("$1 cannot be converted to $2"));
        return error.getCode().endsWith("doesnt.exist") || error.getCode().endsWith("cant.access")
                ? line
                : QUALIFIED.matcher(line).replaceAll("");
    }
}
