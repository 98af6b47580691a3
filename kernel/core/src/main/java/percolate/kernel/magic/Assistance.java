package percolate.kernel.magic;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import percolate.kernel.language.Completeness;
import percolate.kernel.language.Completeness.Status;
import percolate.kernel.language.Completion;
import percolate.kernel.language.Completion.Candidate;
import percolate.kernel.language.Inspection;
import percolate.kernel.language.Language;
import percolate.kernel.language.Notation;

/** Completion, inspection and completeness of cells that may hold magics. */
record Assistance(MagicInterpreter interpreter, Surroundings session) {
    private static final Pattern NAME = Pattern.compile("(?:(?<=^|\n)[ \t]*|=[ \t]*)(%%?)(\\w*)\\z");
    private static final Set<String> OF_CODE = Set.of("time", "timeit");
    private static final Set<String> OF_FILES = Set.of("load", "jars", "classpath", "addClasspath", "loadFromPOM");

    /** A cell's code in the language it is written in, every character in its place. */
    private record Addressed(Optional<Language> language, String text) {}

    private Addressed address(String cell) {
        var own = session.languages().own();
        var head = CellText.head(cell);
        if (head == null) {
            return new Addressed(Optional.of(own), cell);
        }
        var text = CellText.blank(cell.substring(0, head.bodyStart())) + cell.substring(head.bodyStart());
        return new Addressed(
                OF_CODE.contains(head.name())
                        ? Optional.of(own)
                        : session.languages().named(head.name()),
                text);
    }

    private CellText text(Addressed cell) {
        var semicolons = cell.language()
                .map(Language::notation)
                .map(Notation::semicolons)
                .orElse(false);
        return new CellText(cell.text(), semicolons, interpreter.magics());
    }

    Completion complete(String cell, int cursor) {
        if (cell.indexOf('%') < 0) {
            return session.languages().own().complete(cell, cursor);
        }
        var addressed = address(cell);
        var text = text(addressed);
        var head = CellText.head(cell);
        var name = NAME.matcher(cell.substring(0, cursor));
        if (name.find()) {
            return names(name.group(1), name.group(2), cursor);
        }
        var magic = text.at(cursor);
        if (magic != null) {
            return arguments(addressed, cell, magic, cursor);
        }
        return addressed
                .language()
                .filter(language -> head == null || cursor >= head.bodyStart())
                .map(language -> language.complete(text.masked(), cursor))
                .orElseGet(() -> none(cursor));
    }

    private Completion names(String sign, String start, int cursor) {
        var names = interpreter.magics().names(sign.equals("%%")).stream()
                .filter(name -> name.startsWith(start))
                .sorted()
                .map(name -> new Candidate(name, "magic", ""))
                .toList();
        return new Completion(names, cursor - start.length(), cursor);
    }

    private Completion arguments(Addressed cell, String text, MagicScanner.Found magic, int cursor) {
        var name = MagicScanner.nameAt(text, magic.start());
        if (OF_CODE.contains(name) && cell.language().isPresent()) {
            var behind = magic.start() + 1 + name.length();
            var code = CellText.blank(text.substring(0, behind)) + text.substring(behind, magic.end());
            return cell.language().get().complete(code, cursor);
        }
        var word = text.substring(text.lastIndexOf(' ', cursor - 1) + 1, cursor);
        if (name.equals("help")) {
            return names("%", word.replaceFirst("^%+", ""), cursor);
        }
        return OF_FILES.contains(name) ? FileNames.complete(word, cursor) : none(cursor);
    }

    private static Completion none(int cursor) {
        return new Completion(List.of(), cursor, cursor);
    }

    Inspection inspect(String cell, int cursor, boolean detailed) {
        if (cell.indexOf('%') < 0) {
            return session.languages().own().inspect(cell, cursor, detailed);
        }
        var addressed = address(cell);
        var text = text(addressed);
        var head = CellText.head(cell);
        if (head != null && cursor < head.bodyStart()) {
            return help(interpreter.magics().cell(head.name()));
        }
        var magic = text.at(cursor);
        if (magic != null) {
            return help(interpreter.magics().line(MagicScanner.nameAt(cell, magic.start())));
        }
        return addressed
                .language()
                .map(language -> language.inspect(text.masked(), cursor, detailed))
                .orElseGet(Inspection::none);
    }

    private static Inspection help(Optional<Magic> magic) {
        return magic.map(found -> new Inspection(Map.of("text/plain", found.help())))
                .orElseGet(Inspection::none);
    }

    Completeness completeness(String cell) {
        var addressed = address(cell);
        if (addressed.language().isEmpty()) { // lines that are no code end with an empty one, in a console
            return new Completeness(cell.endsWith("\n") ? Status.COMPLETE : Status.INCOMPLETE, "");
        }
        var code = cell.indexOf('%') < 0 ? cell : text(addressed).masked();
        return code.isBlank() && !cell.isBlank()
                ? new Completeness(Status.COMPLETE, "")
                : addressed.language().get().completeness(code);
    }
}
