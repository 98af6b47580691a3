package percolate.kernel.magic;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import percolate.kernel.language.Evaluation;

/**
 * What a magic is called, how it is written, and what it does.
 *
 * @param names the first is its own, others are aliases
 * @param ofCell whether it takes the lines below it, as in {@code %%bash}
 * @param usage for example {@code [-n LOOPS] CODE}
 * @param purpose a sentence
 */
record Magic(
        List<String> names, boolean ofCell, String usage, String purpose, Yields yields, Work work, Action action) {
    /** The type that its value has where it is assigned. */
    enum Yields {
        LINES,
        TEXT,
        NOTHING
    }

    /** Whether it has cells run code, which then sees to interrupts itself. */
    enum Work {
        OWN,
        OF_CELLS
    }

    /** Does it. */
    @FunctionalInterface
    interface Action {
        Evaluation run(Call call) throws Exception;
    }

    static Magic line(String name, String usage, String purpose, Action action) {
        return new Magic(List.of(name), false, usage, purpose, Yields.NOTHING, Work.OWN, action);
    }

    static Magic cell(String name, String usage, String purpose, Action action) {
        return new Magic(List.of(name), true, usage, purpose, Yields.NOTHING, Work.OWN, action);
    }

    Magic alias(String... more) {
        var all = new ArrayList<>(names);
        all.addAll(List.of(more));
        return new Magic(List.copyOf(all), ofCell, usage, purpose, yields, work, action);
    }

    Magic yielding(Yields type) {
        return new Magic(names, ofCell, usage, purpose, type, work, action);
    }

    Magic runningCode() {
        return new Magic(names, ofCell, usage, purpose, yields, Work.OF_CELLS, action);
    }

    String name() {
        return names.get(0);
    }

    String sign() {
        return ofCell ? "%%" : "%";
    }

    /** Its name and how it is written. */
    String synopsis() {
        return (sign() + name() + " " + usage).strip();
    }

    String help() {
        return help(List.of(this));
    }

    /** @param same a line magic and a cell magic, or one of them, with one purpose */
    static String help(List<Magic> same) {
        var aliases = same.stream()
                .flatMap(magic -> magic.names().stream().skip(1).map(name -> magic.sign() + name))
                .toList();
        return same.stream().map(Magic::synopsis).collect(Collectors.joining("\n"))
                + "\n    " + same.get(0).purpose()
                + (aliases.isEmpty() ? "" : "\nalso: " + String.join(", ", aliases));
    }
}
