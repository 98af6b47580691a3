package percolate.kernel.magic;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import percolate.kernel.api.MagicRunner;
import percolate.kernel.cells.CellStopped;
import percolate.kernel.dependency.ResolutionException;
import percolate.kernel.language.Completeness;
import percolate.kernel.language.Completion;
import percolate.kernel.language.Evaluation;
import percolate.kernel.language.Evaluation.Failure;
import percolate.kernel.language.Evaluation.Interrupted;
import percolate.kernel.language.Evaluation.Nothing;
import percolate.kernel.language.Evaluation.Value;
import percolate.kernel.language.Inspection;
import percolate.kernel.language.Language;
import percolate.kernel.language.Notation;

/**
 * Runs the cells of a session: magics itself, code through the language it is written in, the notebook's or the one that
 * a first line such as {@code %%kotlin} names.
 */
public final class MagicInterpreter implements MagicRunner {
    /** The cell whose code runs on a thread; a session has as many as run at once. */
    private static final ThreadLocal<Call> CURRENT = new ThreadLocal<>();

    private final Surroundings session;
    private final SourceNames names = new SourceNames();
    private final Stopwatch stopwatch = new Stopwatch();
    private MagicSet magics;

    public MagicInterpreter(Surroundings session) {
        this.session = session;
    }

    /** Made when the first percent sign comes: most sessions start without one. */
    synchronized MagicSet magics() {
        if (magics == null) {
            magics = new MagicSet();
            magics.add(new LibraryMagics(session).all())
                    .add(new FileMagics(session, this, names).all())
                    .add(new TimeMagics(session, this, stopwatch).all())
                    .add(new StateMagics(session).all())
                    .add(new ProcessMagics().all())
                    .add(ShowMagics.all())
                    .add(new HelpMagics(magics).all());
            session.languages().notations().forEach(notation -> magics.add(List.of(language(notation))));
        }
        return magics;
    }

    private Magic language(Notation language) {
        return Magic.cell(
                        language.name(),
                        "",
                        "Runs the cell in this language.",
                        call -> evaluate(call.code(), call.source(), started(language)))
                .runningCode();
    }

    private Language started(Notation wanted) {
        if (session.languages().isRunning(wanted.name())) {
            return session.languages().named(wanted.name()).orElseThrow();
        }
        var note = StartNote.of(wanted);
        try {
            var language = session.languages().named(wanted.name()).orElseThrow();
            language.awaitStart();
            return language;
        } finally {
            note.done();
        }
    }

    /** Runs one cell of the notebook to its end. */
    public Evaluation evaluate(String cell, int number) {
        return names.named(
                evaluate(cell, Source.cell(number), session.languages().own()));
    }

    Evaluation evaluate(String cell, Source source, Language language) {
        if (cell.indexOf('%') < 0) {
            return language.evaluate(cell, source.number());
        }
        var head = CellText.head(cell);
        return head == null ? parts(cell, source, language) : cellMagic(head, cell, source, language);
    }

    private Evaluation cellMagic(CellText.Head head, String cell, Source source, Language language) {
        var call = new Call(
                Call.OF_CELL,
                head.name(),
                head.rest(),
                cell.substring(head.bodyStart()),
                CellText.blank(cell.substring(0, head.bodyStart())),
                source,
                language,
                true);
        return run(call, true);
    }

    private Evaluation parts(String cell, Source source, Language language) {
        Evaluation last = new Nothing();
        for (var part : new CellText(cell, language.notation().semicolons(), magics()).parts()) {
            last = part instanceof CellText.Part.Line line
                    ? line(line, source, language)
                    : code((CellText.Part.Code) part, source, language);
            if (last instanceof Failure || last instanceof Interrupted) {
                return last;
            }
        }
        return last;
    }

    private Evaluation line(CellText.Part.Line line, Source source, Language language) {
        var sign = line.ofCell() ? Call.OF_CELL : Call.OF_LINE;
        var call = new Call(sign, line.name(), line.rest(), "", line.blank(), source, language, true);
        return line.ofCell()
                ? failed(
                        call,
                        new MagicException(call.written() + ": expected it on the cell's first line; move it"
                                + " there, with what it is to work on below it"))
                : run(call, false);
    }

    private Evaluation code(CellText.Part.Code code, Source source, Language language) {
        var outer = CURRENT.get();
        CURRENT.set(new Call("", "", "", "", "", source, language, false));
        try {
            return language.evaluate(code.text(), source.number());
        } finally {
            CURRENT.set(outer);
        }
    }

    private Evaluation run(Call call, boolean ofCell) {
        try {
            var found = ofCell ? magics().cell(call.name()) : magics().line(call.name());
            var magic = found.orElseThrow(() -> magics().unknown(call.name(), ofCell));
            return magic.work() == Magic.Work.OF_CELLS
                    ? magic.action().run(call)
                    : session.interruption().stoppable(() -> magic.action().run(call));
        } catch (CellStopped e) {
            return stopped(call);
        } catch (Exception e) {
            return session.interruption().requested() || e instanceof InterruptedException
                    ? stopped(call)
                    : failed(call, e);
        }
    }

    private Interrupted stopped(Call call) {
        return new Interrupted(List.of("Interrupted in " + place(call) + ": " + call.written()));
    }

    private Failure failed(Call call, Exception thrown) {
        var sentence = sentence(call, thrown);
        return new Failure(
                MagicException.class.getSimpleName(),
                sentence,
                List.of(place(call) + ": " + sentence, ("    " + call.written() + " " + call.rest()).stripTrailing()));
    }

    private static String sentence(Call call, Exception thrown) {
        return thrown instanceof MagicException
                ? thrown.getMessage()
                : call.written() + ": " + (thrown instanceof ResolutionException ? thrown.getMessage() : thrown);
    }

    private String place(Call call) {
        var line = 1
                + call.blank().chars().filter(c -> c == '\n').count()
                - (call.body().isEmpty() ? 0 : 1);
        return names.name(call.source()) + ", line " + line;
    }

    // What code calls where a magic stands within a statement.

    @Override
    public Object line(String text) {
        var name = MagicScanner.nameAt("%" + text, 0);
        var magic = magics().line(name).orElseThrow(() -> magics().unknown(name, false));
        return value(
                magic, call(Call.OF_LINE, name, text.substring(name.length()).strip(), ""));
    }

    @Override
    public Object cell(String name, List<String> arguments, String body) {
        var magic = magics().cell(name).orElseThrow(() -> magics().unknown(name, true));
        return value(magic, call(Call.OF_CELL, name, String.join(" ", arguments), body));
    }

    private Call call(String sign, String name, String rest, String body) {
        var at = Optional.ofNullable(CURRENT.get())
                .orElseGet(() -> new Call(
                        "", "", "", "", "", Source.cell(0), session.languages().own(), false));
        return new Call(sign, name, rest, body, "", at.source(), at.language(), false);
    }

    private Object value(Magic magic, Call call) {
        if (magic.work() == Magic.Work.OF_CELLS) {
            throw new MagicException(magic.sign() + magic.name() + ": expected it on a line of its own, outside of all"
                    + " braces; it runs code as a cell does");
        }
        try {
            return magic.action().run(call) instanceof Value value ? value.value() : null;
        } catch (RuntimeException e) {
            throw e;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new MagicException(magic.sign() + magic.name() + " was stopped");
        } catch (Exception e) {
            throw new MagicException(sentence(call, e));
        }
    }

    @Override
    public void timed(Callable<?> work) throws Exception {
        stopwatch.timed(work);
    }

    // What is asked while nobody waits for a cell.

    public Completion complete(String cell, int cursor) {
        return new Assistance(this, session).complete(cell, cursor);
    }

    public Inspection inspect(String cell, int cursor, boolean detailed) {
        return new Assistance(this, session).inspect(cell, cursor, detailed);
    }

    public Completeness completeness(String cell) {
        return new Assistance(this, session).completeness(cell);
    }
}
