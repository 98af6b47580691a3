package percolate.kernel.java;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import percolate.kernel.cells.CellLoader;
import percolate.kernel.cells.Interruption;
import percolate.kernel.language.Cell;
import percolate.kernel.language.CellFrames;
import percolate.kernel.language.Clashes;
import percolate.kernel.language.Completeness;
import percolate.kernel.language.Completion;
import percolate.kernel.language.DeclaredFunction;
import percolate.kernel.language.DeclaredType;
import percolate.kernel.language.Evaluation;
import percolate.kernel.language.Evaluation.Failure;
import percolate.kernel.language.Inspection;
import percolate.kernel.language.Language;
import percolate.kernel.language.LanguageInfo;
import percolate.kernel.language.Notation;
import percolate.kernel.language.Variable;

/**
 * Java cells, compiled by JShell and run in this process.
 *
 * <p>A cell may hold any number of statements and declarations; its value is that of its last expression. What a cell
 * declares stays for the next ones, also when the cell fails later on.
 */
public final class JShellLanguage implements Language {
    public static final Notation NOTATION = new Notation("java", List.of(".jsh", ".jshell", ".java"), true);
    private static final List<String> IMPORTS = List.of(
            "java.io.*",
            "java.math.*",
            "java.net.*",
            "java.nio.file.*",
            "java.util.*",
            "java.util.concurrent.*",
            "java.util.function.*",
            "java.util.prefs.*",
            "java.util.regex.*",
            "java.util.stream.*",
            "static percolate.kernel.api.Display.*",
            "static percolate.kernel.api.Input.*",
            "static percolate.kernel.api.Magics.lineMagic",
            "static percolate.kernel.api.Magics.cellMagic");
    private static final String DOCUMENTATION =
            "https://docs.oracle.com/en/java/javase/" + Runtime.version().feature() + "/docs/api/index.html";
    private final Queue<String> imports = new ConcurrentLinkedQueue<>(IMPORTS);
    private final List<Neighbour> neighbours = new CopyOnWriteArrayList<>();
    private final CellLoader loader;
    private final Interruption interruption;
    private final CompletableFuture<Workspace> workspace;
    private volatile boolean isWanted;

    /**
     * Returns at once; the compiler warms up on a thread of its own until the first cell comes.
     *
     * @param loader loads what cells see, for all languages of the session; stays the caller's to close
     * @param interruption stops cells
     */
    public JShellLanguage(CellLoader loader, Interruption interruption) {
        this.loader = loader;
        this.interruption = interruption;
        workspace = CompletableFuture.supplyAsync(this::start, onOwnThread());
    }

    private Workspace start() {
        var started = new Workspace(loader, imports, interruption);
        started.addImports();
        if (!isWanted) { // nobody waits yet: the compiler warms up
            var cell = new Cell(0, "1 + 1");
            started.split(cell.text()).forEach(piece -> started.run(cell, piece));
        }
        return started;
    }

    private Workspace ready() {
        isWanted = true;
        try {
            return workspace.join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "java: expected JShell to start, got " + e.getCause() + "; restart the kernel", e.getCause());
        }
    }

    @Override
    public void awaitStart() {
        ready();
    }

    private static Executor onOwnThread() {
        return task -> {
            var thread = new Thread(task, "percolate-java-start");
            thread.setDaemon(true);
            thread.start();
        };
    }

    @Override
    public Notation notation() {
        return NOTATION;
    }

    @Override
    public LanguageInfo info() {
        return new LanguageInfo(
                        NOTATION.name(),
                        System.getProperty("java.version"),
                        "text/x-java-source",
                        ".java",
                        "text/x-java",
                        "java")
                .withHelpLink("Java's library", DOCUMENTATION);
    }

    @Override
    public Evaluation evaluate(String code, int cellNumber) {
        if (Nesting.isTooDeep(code)) {
            return tooDeep(cellNumber);
        }
        var timed = Timed.of(cellNumber, code);
        var cell = timed.map(Timed::cell).orElseGet(() -> new Cell(cellNumber, code));
        neighbours.forEach(neighbour -> neighbour.before(cell));
        try {
            return new CellRun(ready(), interruption, cell)
                    .result(code, timed.map(Timed::shift).orElse(0));
        } catch (StackOverflowError | InternalError e) { // JShell wraps the first into the second
            ready().renewCompiler();
            return tooDeep(cellNumber);
        } finally {
            neighbours.forEach(Neighbour::after);
        }
    }

    private static Failure tooDeep(int cellNumber) {
        var sentence = "cell " + cellNumber + ": expected code that nests less deep, got more than"
                + " the compiler can follow; split it into several statements";
        return new Failure("CompilationError", sentence, List.of(sentence));
    }

    @Override
    public List<Variable> variables() {
        return declared().variables().stream()
                .filter(variable -> !NeighbourVariables.isLent(variable))
                .<Variable>map(variable -> variable)
                .toList();
    }

    @Override
    public List<DeclaredType> types() {
        return declared().types();
    }

    @Override
    public List<DeclaredFunction> functions() {
        return declared().functions().stream()
                .filter(function -> function.cell() > 0)
                .toList();
    }

    private Declared declared() {
        return new Declared(ready());
    }

    @Override
    public void meet(Language other, Clashes clashes) {
        neighbours.add(new Neighbour(this, other, ready(), clashes));
    }

    /** The compiler's lock is free while a cell's own code runs. */
    @Override
    public boolean evaluatesConcurrently() {
        return true;
    }

    @Override
    public void imports(List<String> names) {
        imports.addAll(names);
        if (workspace.isDone()) {
            ready().addImports();
        }
    }

    @Override
    public void addToClassPath(List<Path> jars) {
        ready().addToClassPath(jars);
    }

    @Override
    public void reset() {
        ready().reset();
        neighbours.replaceAll(Neighbour::afresh);
    }

    @Override
    public String timed(String code) {
        return ready().compiling(shell -> Timed.text(shell.sourceCodeAnalysis(), code));
    }

    @Override
    public String written(String text) {
        return workspace.isDone() && !workspace.isCompletedExceptionally()
                ? WrittenNames.of(text, frame -> ready().place(frame))
                : text;
    }

    @Override
    public CellFrames frames() {
        return workspace.isDone() && !workspace.isCompletedExceptionally()
                ? ready().framesOfThreads()
                : CellFrames.none();
    }

    @Override
    public Optional<String> hint(String title) {
        return ThrownHints.TABLE.hint(title);
    }

    @Override
    public Completeness completeness(String code) {
        if (Nesting.isTooDeep(code)) {
            return new Completeness(Completeness.Status.INCOMPLETE, "");
        }
        return ready().compiling(shell -> Openness.of(shell.sourceCodeAnalysis(), code));
    }

    @Override
    public Completion complete(String code, int cursor) {
        if (Nesting.isTooDeep(code)) {
            return new Completion(List.of(), cursor, cursor);
        }
        var declarations = neighbours.stream()
                .map(neighbour -> neighbour.declarations(code))
                .collect(Collectors.joining());
        var found = ready().knowledge().completer().at(declarations, code, cursor);
        for (var neighbour : neighbours) {
            found = neighbour.withNames(found, code.substring(0, cursor));
        }
        return found;
    }

    @Override
    public Inspection inspect(String code, int cursor, boolean detailed) {
        return new Explanation(ready()).at(code, cursor, detailed);
    }

    @Override
    public void close() {
        workspace
                .handle((started, failure) -> started)
                .thenAccept(started -> Optional.ofNullable(started).ifPresent(Workspace::close))
                .join();
    }
}
