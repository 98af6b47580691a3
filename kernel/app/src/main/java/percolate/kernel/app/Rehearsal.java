package percolate.kernel.app;

import java.io.IOException;
import java.util.List;
import percolate.kernel.protocol.ConnectionInfo;

/**
 * A short session, played through before a kernel's first use so that Java can note down in a start-up archive what a
 * session loads: a real kernel on the loopback, and a front end that runs a few cells and asks what notebooks ask.
 */
final class Rehearsal {
    private static final List<String> JAVA = List.of(
            "1 + 1",
            "int number = 5;\nvar words = List.of(\"a\", \"b\");\nSystem.out.println(words.size() + number);",
            "for (int i = 0; i < 3; i++) { number += i; }\nnumber",
            "record Point(int x, int y) {}\nclass Counter { int n; int next() { return ++n; } }\nnew Point(1, 2)",
            "Map.of(\"one\", 1).entrySet().stream().map(Map.Entry::getKey).collect(Collectors.joining())",
            "display(\"<b>bold</b>\", \"text/html\");",
            "int missing = nothing;",
            "number / 0");
    private static final List<String> KOTLIN = List.of(
            "1 + 1",
            "var number = 5\nval words = listOf(\"a\", \"b\")\nprintln(words.size + number)",
            "for (i in 0 until 3) { number += i }\nnumber",
            "data class Point(val x: Int, val y: Int)\nfun next(n: Int) = n + 1\nPoint(1, next(2))",
            "mapOf(\"one\" to 1).map { (key, value) -> \"$key $value\" }.joinToString()",
            "val missing: Int = nothing",
            "number / 0");
    /** Trains two steps on the engine, so that a first training finds its classes too. */
    private static final String JAVA_TRAINING =
            """
            var small = dataset(tensor(new float[][] {{0, 1}, {1, 0}}), tensor(new float[][] {{1}, {0}}));
            sequential(input(2), dense(2).tanh(), dense(1)).train(small).epochs(2).fit()""";

    private static final String KOTLIN_TRAINING =
            """
            val small = dataset(tensor(arrayOf(floatArrayOf(0f, 1f), floatArrayOf(1f, 0f))), tensor(arrayOf(floatArrayOf(1f), floatArrayOf(0f))))
            sequential(input(2), dense(2).tanh(), dense(1)).train(small).epochs(2).fit()""";

    private Rehearsal() {}

    /** @throws IllegalStateException if the kernel does not answer */
    static void play(NotebookLanguage language) throws IOException {
        var anywhere = new ConnectionInfo("127.0.0.1", 0, 0, 0, 0, 0, "hmac-sha256", "a key for one rehearsal");
        var cells = language == NotebookLanguage.JAVA ? JAVA : KOTLIN;
        try (var session = NotebookSession.start(language, () -> anywhere);
                var frontEnd = new RehearsingFrontEnd(session.connection())) {
            frontEnd.ask("kernel_info_request", "{}");
            cells.forEach(frontEnd::execute);
            frontEnd.ask("complete_request", "{\"code\": \"words.si\", \"cursor_pos\": 8}");
            frontEnd.ask("inspect_request", "{\"code\": \"words\", \"cursor_pos\": 3, \"detail_level\": 0}");
            frontEnd.ask("is_complete_request", "{\"code\": \"1 +\"}");
            frontEnd.execute(language == NotebookLanguage.JAVA ? JAVA_TRAINING : KOTLIN_TRAINING);
        }
    }
}
