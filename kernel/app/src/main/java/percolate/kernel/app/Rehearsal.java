package percolate.kernel.app;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import percolate.kernel.protocol.ConnectionInfo;

/**
 * A short session, played through before a kernel's first use so that Java can note down in a start-up archive what a
 * session loads: a real kernel on the loopback, started as front ends start it, and a front end that runs a few cells and
 * asks what notebooks ask. A class that is not noted down costs a start the opening of many jars.
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
    private static final String JAVA_TRAINING = """
            var small = dataset(tensor(new float[][] {{0, 1}, {1, 0}}), tensor(new float[][] {{1}, {0}}));
            sequential(input(2), dense(2).tanh(), dense(1)).train(small).epochs(2).fit()""";

    private static final String KOTLIN_TRAINING = """
            val small = dataset(tensor(arrayOf(floatArrayOf(0f, 1f), floatArrayOf(1f, 0f))), tensor(arrayOf(floatArrayOf(1f), floatArrayOf(0f))))
            sequential(input(2), dense(2).tanh(), dense(1)).train(small).epochs(2).fit()""";

    private Rehearsal() {}

    /** Returns when the kernel has been shut down. */
    static void play(NotebookLanguage language) throws IOException, InterruptedException {
        var file = connectionFile();
        try {
            var frontEnd = new Thread(() -> ask(ConnectionInfo.read(file), language), "percolate-rehearsal");
            frontEnd.setDaemon(true);
            frontEnd.start();
            Main.answer(language, List.of(file.toString()));
        } finally {
            Files.delete(file);
        }
    }

    private static void ask(ConnectionInfo connection, NotebookLanguage language) {
        try (var frontEnd = new RehearsingFrontEnd(connection)) {
            frontEnd.ask("kernel_info_request", "{}");
            (language == NotebookLanguage.JAVA ? JAVA : KOTLIN).forEach(frontEnd::execute);
            frontEnd.ask("complete_request", "{\"code\": \"words.si\", \"cursor_pos\": 8}");
            frontEnd.ask("complete_request", "{\"code\": \"%ti\", \"cursor_pos\": 3}");
            frontEnd.execute("%time 1 + 1");
            frontEnd.ask("history_request", "{\"hist_access_type\": \"tail\", \"n\": 5}");
            frontEnd.ask("inspect_request", "{\"code\": \"words.size\", \"cursor_pos\": 8, \"detail_level\": 0}");
            frontEnd.ask("is_complete_request", "{\"code\": \"1 +\"}");
            frontEnd.execute(language == NotebookLanguage.JAVA ? JAVA_TRAINING : KOTLIN_TRAINING);
            frontEnd.shutDown();
        }
    }

    private static Path connectionFile() throws IOException {
        var connection = new JsonObject();
        connection.addProperty("transport", "tcp");
        connection.addProperty("ip", InetAddress.getLoopbackAddress().getHostAddress());
        connection.addProperty("signature_scheme", "hmac-sha256");
        connection.addProperty("key", "a key for one rehearsal");
        var held = new ArrayList<ServerSocket>();
        for (var port : List.of("shell_port", "control_port", "stdin_port", "iopub_port", "hb_port")) {
            held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            connection.addProperty(port, held.get(held.size() - 1).getLocalPort());
        }
        for (var socket : held) {
            socket.close();
        }
        return Files.writeString(Files.createTempFile("percolate-rehearsal", ".json"), connection.toString());
    }
}
