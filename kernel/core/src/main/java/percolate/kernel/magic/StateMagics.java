package percolate.kernel.magic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import percolate.kernel.api.Display;
import percolate.kernel.api.Grid;
import percolate.kernel.language.Evaluation;
import percolate.kernel.language.Language;
import percolate.kernel.language.Variable;
import percolate.kernel.render.Text;

/** Magics about what a session holds. */
final class StateMagics {
    /** How many variables {@code %memory} names. */
    private static final int GREATEST = 5;

    private final Surroundings session;

    StateMagics(Surroundings session) {
        this.session = session;
    }

    List<Magic> all() {
        return List.of(
                Magic.line(
                                "who",
                                "[NAME …]",
                                "Lists the variables of all languages, or those of these names, with their types and"
                                        + " values.",
                                this::who)
                        .alias("whos"),
                Magic.line(
                                "reset",
                                "",
                                "Forgets the variables and declarations of all languages; what was added to the class"
                                        + " path stays.",
                                this::reset)
                        .runningCode(),
                Magic.line("memory", "", "Tells what memory the session takes.", call -> memory()));
    }

    private Evaluation who(Call call) {
        var wanted = call.arguments();
        var running = session.languages().running();
        var rows = new ArrayList<List<String>>();
        for (var language : running) {
            language.variables().stream()
                    .filter(variable ->
                            wanted.isEmpty() ? !variable.name().startsWith("$") : wanted.contains(variable.name()))
                    .forEach(variable -> rows.add(row(language, variable, running.size() > 1)));
        }
        if (rows.isEmpty()) {
            System.out.println(
                    wanted.isEmpty()
                            ? "there are no variables yet"
                            : "there is no variable " + String.join(", ", wanted) + "; %who lists all");
        } else {
            Display.display(Grid.of(titles(running.size() > 1), rows).bundle());
        }
        return new Evaluation.Nothing();
    }

    private static List<String> titles(boolean several) {
        return several ? List.of("name", "type", "value", "language") : List.of("name", "type", "value");
    }

    private List<String> row(Language language, Variable variable, boolean several) {
        var value = session.languages().written(value(variable));
        var row = new ArrayList<>(List.of(variable.name(), variable.type(), value));
        if (several) {
            row.add(language.notation().name());
        }
        return row;
    }

    /** One that cannot be read, as Kotlin's lateinit before it is set, hides none of the others. */
    private static String value(Variable variable) {
        try {
            return Text.line(variable.value());
        } catch (RuntimeException e) {
            return "(has no value yet)";
        }
    }

    private Evaluation reset(Call call) {
        if (!call.arguments().isEmpty() && !call.arguments().equals(List.of("-f"))) {
            throw call.wrong("expected nothing after it, got " + call.rest().strip()
                    + "; it forgets all variables and declarations, a single one cannot be forgotten");
        }
        var running = session.languages().running();
        running.forEach(Language::reset);
        System.out.println("forgot all variables and declarations of "
                + running.stream().map(language -> language.notation().name()).collect(Collectors.joining(" and "))
                + "; what was added to the class path stays");
        return new Evaluation.Nothing();
    }

    private Evaluation memory() {
        var rows = new ArrayList<>(ProcessMemory.rows());
        session.memory().lines().forEach(line -> rows.add(List.of(line.name(), line.amount())));
        greatest().forEach(held -> rows.add(List.of("variable " + held.name(), ProcessMemory.megabytes(held.bytes()))));
        Display.display(Grid.of(List.of("memory", "amount"), rows).bundle());
        return new Evaluation.Nothing();
    }

    /** A variable and what it holds outside of Java's heap. */
    private record Held(String name, long bytes) {}

    /** The variables that hold the most. */
    private List<Held> greatest() {
        return session.languages().running().stream()
                .flatMap(language -> language.variables().stream())
                .filter(variable -> !variable.name().startsWith("$"))
                .map(variable -> new Held(variable.name(), bytes(variable)))
                .filter(held -> held.bytes() > 0)
                .sorted(Comparator.comparingLong(Held::bytes).reversed())
                .limit(GREATEST)
                .toList();
    }

    /** One that cannot be read holds nothing. */
    private long bytes(Variable variable) {
        try {
            return session.memory().bytes(variable.value());
        } catch (RuntimeException e) {
            return 0;
        }
    }
}
