package percolate.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;

/** Trains on command: reads lines {@code NAME EPOCHS}, answers each with a line of JSON as {@code python/peer.py} does. */
public final class Bench {
    private Bench() {}

    /** Answers on the standard output, which is kept for that alone: whatever else is printed goes to the error output. */
    public static void main(String[] arguments) throws IOException {
        var answers = System.out;
        System.setOut(System.err);
        answers.println("{\"program\": \"Percolate in Java " + Runtime.version() + "\"}");
        try (var commands = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            for (var line = commands.readLine(); line != null; line = commands.readLine()) {
                answers.println(answer(line).json());
            }
        }
    }

    static Answer answer(String command) {
        var words = List.of(command.strip().split(" "));
        if (words.size() != 2 || !Workload.ALL.containsKey(words.get(0))) {
            throw new IllegalArgumentException("bench: expected NAME EPOCHS with a name of " + Workload.ALL.keySet()
                    + ", got \"" + command + "\"");
        }
        var workload = Workload.ALL.get(words.get(0)).get();
        return Answer.of(workload.train(Integer.parseInt(words.get(1))), workload.steps());
    }
}
