package percolate.kernel.java;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Texts in which classes and variables are called as cells call them, not as what JShell makes of them. */
final class WrittenNames {
    private static final String MARK = "REPL.";
    private static final String SNIPPET = "REPL\\.\\$JShell\\$\\w+";
    private static final Pattern FRAME = Pattern.compile(
            "at (?:\\w+//)?(" + SNIPPET + "(?:\\$[\\w$]+?)?)\\.([\\w$<>]+)\\((\\$JShell\\$\\w+\\.java):(\\d+)\\)");
    private static final Pattern OUTER = Pattern.compile(SNIPPET);
    private static final Pattern LAMBDA = Pattern.compile(
            "(?:\\bclass )?" + SNIPPET + "[\\w$]*?\\$\\$Lambda(?:\\$\\d+)?(?:/0x[0-9a-f]+|/\\d+)?" + "(?:@[0-9a-f]+)?");
    private static final Pattern NAMELESS = Pattern.compile("(?:\\bclass )?" + SNIPPET
            + "(?:\\$[A-Za-z_]\\w*)*(?:\\$\\d+\\b(?!\\$)|\\$\\$JShell\\$anonymous\\$\\$\\d+)");
    private static final Pattern WITHIN = Pattern.compile("(" + SNIPPET + "(?:\\$\\w+)*)\\$(?=[A-Za-z_])");
    private static final Pattern WRAPPER =
            Pattern.compile(SNIPPET + "\\.|REPL\\.(?:Cell_\\d+[.$]|" + Pattern.quote(ProbeText.CLASS) + "\\.)");

    private WrittenNames() {}

    static String of(String text) {
        return of(text, frame -> Optional.empty());
    }

    /** @param place what a line of a stack trace is called that is of a cell, such as {@code at cell 3, line 1} */
    static String of(String text, Function<StackTraceElement, Optional<String>> place) {
        if (!text.contains(MARK)) {
            return text;
        }
        var plain = FRAME.matcher(text).replaceAll(found -> {
            var frame = new StackTraceElement(
                    found.group(1), found.group(2), found.group(3), Integer.parseInt(found.group(4)));
            return Matcher.quoteReplacement(place.apply(frame).orElseGet(() -> roughly(frame)));
        });
        plain = LAMBDA.matcher(plain).replaceAll("a lambda");
        plain = NAMELESS.matcher(plain).replaceAll("an object of a nameless class");
        while (WITHIN.matcher(plain).find()) {
            plain = WITHIN.matcher(plain).replaceAll("$1.");
        }
        return WRAPPER.matcher(plain).replaceAll("");
    }

    /** Without file and line, which are JShell's. */
    private static String roughly(StackTraceElement frame) {
        var outer = OUTER.matcher(frame.getClassName()).replaceFirst("");
        var type = outer.isEmpty() ? "" : outer.substring(1).replace('$', '.') + ".";
        var method = frame.getMethodName();
        if (method.startsWith("do_it$") || method.endsWith("init>")) {
            return "at a cell" + (type.isEmpty() ? "" : ", new " + type.substring(0, type.length() - 1));
        }
        return "at a cell, in " + (method.startsWith("lambda$") ? "a lambda" : type + method);
    }
}
