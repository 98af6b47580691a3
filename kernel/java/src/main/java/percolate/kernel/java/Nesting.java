package percolate.kernel.java;

/** How deep a text nests, told without the compiler, which would overflow its stack or work for minutes to find out. */
final class Nesting {
    private static final int MOST = 60_000;

    private Nesting() {}

    /** Whether brackets nest deeper than the compiler follows; brackets in texts and comments count too. */
    static boolean isTooDeep(String code) {
        var depth = 0;
        for (var i = 0; i < code.length() && depth <= MOST; i++) {
            switch (code.charAt(i)) {
                case '(', '[', '{' -> depth++;
                case ')', ']', '}' -> depth = Math.max(0, depth - 1);
                default -> {}
            }
        }
        return depth > MOST;
    }
}
