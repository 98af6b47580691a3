package percolate.kernel.java;

import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Texts in which classes and variables are called as cells call them, not as what JShell makes of them. */
final class WrittenNames {
    private static final String MARK = "REPL.";
    private static final String SNIPPET = "REPL\\.\\$JShell\\$\\w+";
    private static final Pattern FRAME =
            Pattern.compile("(?:\\w+//)?" + SNIPPET + "(\\$[\\w$]+?)?\\.([\\w$<>]+)\\(\\$JShell\\$\\w+\\.java:\\d+\\)");
    private static final Pattern LAMBDA = Pattern.compile(
            "(?:\\bclass )?" + SNIPPET + "[\\w$]*?\\$\\$Lambda(?:\\$\\d+)?(?:/0x[0-9a-f]+|/\\d+)?" + "(?:@[0-9a-f]+)?");
    private static final Pattern NAMELESS = Pattern.compile("(?:\\bclass )?" + SNIPPET
            + "(?:\\$[A-Za-z_]\\w*)*(?:\\$\\d+\\b(?!\\$)|\\$\\$JShell\\$anonymous\\$\\$\\d+)");
    private static final Pattern WITHIN = Pattern.compile("(" + SNIPPET + "(?:\\$\\w+)*)\\$(?=[A-Za-z_])");
    private static final Pattern WRAPPER =
            Pattern.compile(SNIPPET + "\\.|" + MARK.replace(".", "\\.") + "Cell_\\d+[.$]");

    private WrittenNames() {}

    static String of(String text) {
        if (!text.contains(MARK)) {
            return text;
        }
        var plain = FRAME.matcher(text).replaceAll(WrittenNames::frame);
        plain = LAMBDA.matcher(plain).replaceAll("a lambda");
        plain = NAMELESS.matcher(plain).replaceAll("an object of a nameless class");
        while (WITHIN.matcher(plain).find()) {
            plain = WITHIN.matcher(plain).replaceAll("$1.");
        }
        return WRAPPER.matcher(plain).replaceAll("");
    }

    /** A line of a stack trace, without JShell's file and line. */
    private static String frame(MatchResult found) {
        var type = found.group(1) == null ? "" : found.group(1).substring(1).replace('$', '.') + ".";
        var method = found.group(2);
        if (method.startsWith("do_it$") || method.endsWith("init>")) {
            return "a cell" + (type.isEmpty() ? "" : ", new " + type.substring(0, type.length() - 1));
        }
        return "a cell, in " + (method.startsWith("lambda$") ? "a lambda" : type + method);
    }
}
