package percolate.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import percolate.kernel.api.Display;
import percolate.kernel.language.Evaluation;
import percolate.kernel.language.Language;
import percolate.kernel.language.Variable;

/** Magics about what a session holds. */
final class StateMagics {
    private final Surroundings session;

    StateMagics(Surroundings session) {
        this.session = session;
    }

    List<Magic> all() {
        return List.of(
                Magic.line(
                                "who",
                                "",
                                "Lists the variables of all languages, with their types and values.",
                                call -> who())
                        .alias("whos"),
                Magic.line(
                                "reset",
                                "",
                                "Forgets the variables and declarations of all languages; what was added to the class"
                                        + " path stays.",
                                call -> reset())
                        .runningCode(),
                Magic.line("memory", "", "Tells what memory the session takes.", call -> memory()));
    }

    private Evaluation who() {
        var running = session.languages().running();
        var rows = new ArrayList<List<String>>();
        for (var language : running) {
            language.variables().stream()
                    .filter(variable -> !variable.name().startsWith("$"))
                    .forEach(variable -> rows.add(row(language, variable, running.size() > 1)));
        }
        if (rows.isEmpty()) {
            System.out.println("there are no variables yet");
        } else {
            rows.add(0, titles(running.size() > 1));
            Display.display(new TextTable(rows).bundle());
        }
        return new Evaluation.Nothing();
    }

    private static List<String> titles(boolean several) {
        return several ? List.of("name", "type", "value", "language") : List.of("name", "type", "value");
    }

    private static List<String> row(Language language, Variable variable, boolean several) {
        var row = new ArrayList<>(List.of(variable.name(), variable.type(), Brief.of(variable.value())));
        if (several) {
            row.add(language.info().name());
        }
        return row;
    }

    private Evaluation reset() {
        var running = session.languages().running();
        running.forEach(Language::reset);
        System.out.println("forgot all variables and declarations of "
                + running.stream().map(language -> language.info().name()).collect(Collectors.joining(" and "))
                + "; what was added to the class path stays");
        return new Evaluation.Nothing();
    }

    private Evaluation memory() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("memory", "amount"));
        rows.addAll(ProcessMemory.rows());
        session.memory().lines().forEach(line -> rows.add(List.of(line.name(), line.amount())));
        Display.display(new TextTable(rows).bundle());
        return new Evaluation.Nothing();
    }
}
