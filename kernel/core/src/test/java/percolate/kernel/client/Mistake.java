package percolate.kernel.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import percolate.kernel.language.Evaluation;
import percolate.kernel.language.Evaluation.Failure;
import percolate.kernel.language.Evaluation.Value;

/**
 * One mistake of a corpus: what a learner runs, and the words that come. A corpus is Markdown: a heading for each mistake,
 * then its cells as blocks fenced with their language's name, each followed by what is to be seen below it, fenced as
 * {@code text}, if there is anything.
 */
public record Mistake(String title, List<Cell> cells) {
    private static final String FENCE = "```";

    /**
     * A cell and all that it shows.
     *
     * @param language as the fence names it, for example {@code java}
     */
    public record Cell(String language, String code, String words) {}

    public Mistake {
        cells = List.copyOf(cells);
    }

    /** Reads a resource that lies beside a class. */
    public static List<Mistake> of(Class<?> beside, String resource) {
        try (InputStream in = beside.getResourceAsStream(resource)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new IllegalStateException(resource + ": cannot be read", e);
        }
    }

    /** All that a cell shows in a language without a front end: what is printed, and below it the traceback or the value. */
    public static String shown(Supplier<Evaluation> cell) {
        var standard = System.out;
        var errors = System.err;
        var printed = new ByteArrayOutputStream();
        System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
        System.setOut(System.err);
        try {
            var end = ending(cell.get());
            return (printed.toString(StandardCharsets.UTF_8) + end).strip();
        } finally {
            System.setOut(standard);
            System.setErr(errors);
        }
    }

    private static List<Mistake> parse(List<String> lines) {
        var mistakes = new ArrayList<Mistake>();
        var title = "";
        var cells = new ArrayList<Cell>();
        for (var at = 0; at < lines.size(); at++) {
            var line = lines.get(at);
            if (line.startsWith("## ")) {
                add(mistakes, title, cells);
                title = line.substring("## ".length());
                cells.clear();
            } else if (line.startsWith(FENCE)) {
                var end = lines.subList(at + 1, lines.size()).indexOf(FENCE) + at + 1;
                var block = String.join("\n", lines.subList(at + 1, end));
                addBlock(cells, line.substring(FENCE.length()), block);
                at = end;
            }
        }
        add(mistakes, title, cells);
        return mistakes;
    }

    private static String ending(Evaluation ended) {
        return ended instanceof Failure failure
                ? String.join("\n", failure.traceback())
                : ended instanceof Value value ? String.valueOf(value.value()) : "";
    }

    private static void addBlock(List<Cell> cells, String kind, String block) {
        if (kind.equals("text")) {
            var cell = cells.remove(cells.size() - 1);
            cells.add(new Cell(cell.language(), cell.code(), block));
        } else {
            cells.add(new Cell(kind, block, ""));
        }
    }

    private static void add(List<Mistake> mistakes, String title, List<Cell> cells) {
        if (!cells.isEmpty()) {
            mistakes.add(new Mistake(title, cells));
        }
    }
}
