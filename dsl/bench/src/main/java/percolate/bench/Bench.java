package percolate.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import percolate.TrainingObservers;

/**
 * Trains on command, and watches as a notebook's panel does: reads lines {@code NAME EPOCHS}, answers each with a line of JSON as {@code python/peer.py}
 * does.
 */
public final class Bench {
    private Bench() {}

    /** Answers on the standard output, which is kept for that alone: whatever else is printed goes to the error output. */
    public static void main(String[] arguments) throws IOException {
        var answers = System.out;
        System.setOut(System.err);
        TrainingObservers.register(new Spectator());
        answers.println("{\"program\": \"Percolate in Java " + Runtime.version() + "\"}");
        try (var commands = new BufferedReader(new InputStreamReader(System.in, UTF_8))) {
            for (var line = commands.readLine(); line != null; line = commands.readLine()) {
                answers.println(answer(line).json());
            }
        }
    }

    static Answer answer(String command) {
        var words = List.of(command.strip().split(" "));
        if (words.size() != 2 || !words.get(1).matches("[1-9]\\d{0,6}") || !names().contains(words.get(0))) {
            throw new IllegalArgumentException(
                    "bench: expected NAME EPOCHS with a name of " + names() + ", got \"" + command + "\"");
        }
        var name = words.get(0);
        int times = Integer.parseInt(words.get(1));
        return name.equals("easytrain")
                ? EasyTraining.answer(times)
                : Beginning.ALL.containsKey(name)
                        ? Beginning.ALL.get(name).apply(times)
                        : trained(Workload.ALL.get(name).get(), times);
    }

    private static Answer trained(Workload workload, int epochs) {
        return Answer.of(workload.train(epochs), workload.steps());
    }

    static List<String> names() {
        return Stream.of(Workload.ALL.keySet(), Beginning.ALL.keySet(), Set.of("easytrain"))
                .flatMap(Set::stream)
                .toList();
    }
}
