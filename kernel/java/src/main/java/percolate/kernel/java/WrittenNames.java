package percolate.kernel.java;

import java.util.regex.Pattern;

/** Texts in which classes and variables are called as cells call them, not as what JShell makes of them. */
final class WrittenNames {
    private static final String MARK = "REPL.";
    private static final String SNIPPET = "REPL\\.\\$JShell\\$\\w+";
    private static final Pattern LAMBDA =
            Pattern.compile("(?:\\bclass )?" + SNIPPET + "(?:\\$\\w+)*?\\$\\$Lambda(?:\\$\\d+)?(?:/0x[0-9a-f]+|/\\d+)?"
                    + "(?:@[0-9a-f]+)?");
    private static final Pattern NAMELESS =
            Pattern.compile("(?:\\bclass )?" + SNIPPET
            + "(?:\\$[A-Za-z_]\\w*)*(?:\\$\\d+\\b(?!\\$)|\\$\\$JShell\\$anonymous\\$\\$\\d+)");
    private static final Pattern WITHIN = Pattern.compile("(" + SNIPPET + "(?:\\$\\w+)*)\\$(?=[A-Za-z_])");
    private static final Pattern WRAPPER = Pattern.compile(SNIPPET + "\\.|" + MARK.replace(".", "\\.") + "Cell_\\d+[.$]");

    private WrittenNames() {}

    static String of(String text) {
        if (!text.contains(MARK)) {
            return text;
        }
        var plain = LAMBDA.matcher(text).replaceAll("a lambda");
        plain = NAMELESS.matcher(plain).replaceAll("an object of a nameless class");
        while (WITHIN.matcher(plain).find()) {
            plain = WITHIN.matcher(plain).replaceAll("$1.");
        }
        return WRAPPER.matcher(plain).replaceAll("");
    }
}
