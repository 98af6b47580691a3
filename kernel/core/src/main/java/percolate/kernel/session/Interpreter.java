package percolate.kernel.session;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import percolate.kernel.cells.Interruption;
import percolate.kernel.language.Completeness;
import percolate.kernel.language.Completion;
import percolate.kernel.language.Evaluation;
import percolate.kernel.language.Inspection;
import percolate.kernel.language.Language;
import percolate.kernel.language.Languages;

/**
 * Gives the text of a cell to the language it is written in: the notebook's, or the one that its first line names, as in
 * {@code %%kotlin}.
 */
final class Interpreter {
    private static final Logger LOG = Logger.getLogger(Interpreter.class.getName());
    private static final Pattern FIRST_LINE = Pattern.compile("\\A\\s*%%(\\w+)[ \t\r]*(?=\n|\\z)");

    private final Languages languages;
    private final Turns turns;

    Interpreter(Languages languages, Interruption interruption) {
        this.languages = languages;
        this.turns = new Turns(interruption);
    }

    /** A text as its language gets it: blanks stand for the line that named the language, so that places stay true. */
    private record Addressed(Language language, String text) {}

    private Addressed address(String cell) {
        var first = FIRST_LINE.matcher(cell);
        if (first.find()) {
            var language = languages.named(first.group(1));
            if (language.isPresent()) {
                return new Addressed(
                        language.get(), first.group().replaceAll("[^\n]", " ") + cell.substring(first.end()));
            }
        }
        return new Addressed(languages.own(), cell);
    }

    Evaluation evaluate(String cell, int number) {
        try {
            var addressed = address(cell);
            return turns.evaluate(addressed.language(), addressed.text(), number);
        } catch (Exception | Error e) {
            LOG.log(Level.SEVERE, "the language failed", e);
            return new Evaluation.Failure(
                    e.getClass().getSimpleName(), String.valueOf(e.getMessage()), List.of("the kernel failed: " + e));
        }
    }

    Completion complete(String cell, int cursor) {
        var addressed = address(cell);
        return addressed.language().complete(addressed.text(), cursor);
    }

    Inspection inspect(String cell, int cursor, boolean detailed) {
        var addressed = address(cell);
        return addressed.language().inspect(addressed.text(), cursor, detailed);
    }

    Completeness completeness(String cell) {
        var addressed = address(cell);
        return addressed.language().completeness(addressed.text());
    }
}
