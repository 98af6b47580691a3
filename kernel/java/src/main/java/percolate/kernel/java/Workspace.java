package percolate.kernel.java;

import java.io.File;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.VarSnippet;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import percolate.kernel.cells.CellLoader;
import percolate.kernel.cells.Interruption;
import percolate.kernel.documentation.Documentation;
import percolate.kernel.language.Cell;
import percolate.kernel.traceback.Thrown;
import percolate.kernel.traceback.Traceback;

/**
 * One JShell with the loader of its cells. One lock guards the compiler; it is free while a cell's own code runs.
 */
final class Workspace implements AutoCloseable {
    private static final Duration LONGEST_INDEXING = Duration.ofSeconds(5);
    private static final int TEMPORARIES = 3;

    private final ReentrantLock compiler = new ReentrantLock();
    private final Queue<String> waitingImports;
    private final StandingImports imports = new StandingImports();
    private final Indexing indexing = new Indexing();
    private final Origins origins = new Origins();
    private final Queue<VarSnippet> temporaries = new ArrayDeque<>();
    private final CellLoader loader;
    private final Interruption interruption;
    private final CellExecution execution;
    private final Map<String, byte[]> declared = new ConcurrentHashMap<>();
    private final Documentation documentation;
    private final Completer completer = new Completer(this);
    private final Packages packages;
    private final JShell shell;
    private final Finals finals = new Finals();
    private final Overloads overloads;
    private final ClashingImports clashes = new ClashingImports(imports);
    private ProbeFiles probeFiles;

    /** @param imports names to import; more may be added at any time, see {@link #addImports} */
    Workspace(CellLoader loader, Queue<String> imports, Interruption interruption) {
        this.loader = loader;
        this.waitingImports = imports;
        this.interruption = interruption;
        overloads = new Overloads(loader, this.imports);
        packages = new Packages(loader::classPath);
        documentation = new Documentation(loader::classPath, this::source);
        execution = new CellExecution(loader, interruption, compiler, declared::put);
        shell = JShell.builder()
                .executionEngine(new InThisProcess(), Map.of())
                .fileManager(files -> new CompilerFiles(files, loader, this::awaitIndexing))
                .idGenerator((snippet, proposed) -> origins.nextName())
                .build();
    }

    /** What probes compile against, as it is now. */
    synchronized ProbeFiles probeFiles() {
        if (probeFiles == null) { // a second compiler's, which no session needs before its first question
            probeFiles = new ProbeFiles(loader::classPath, declared);
        }
        probeFiles.update();
        return probeFiles;
    }

    /** The source of a class that JShell made of a piece of a cell, with its comments. */
    Optional<String> source(String className) {
        return className.startsWith("REPL.")
                ? compiling(with -> with.snippets()
                        .filter(one -> with.sourceCodeAnalysis()
                                .wrapper(one)
                                .fullClassName()
                                .equals(className))
                        .map(one -> "class " + className.substring("REPL.".length()) + " {\n" + one.source() + "\n}")
                        .findFirst())
                : Optional.empty();
    }

    /** {@code  = 3} for a variable of a cell whose value says itself in short, else an empty text. */
    String shortValue(String className, String variable) {
        return className.startsWith("REPL.") ? ShortValue.of(execution.variable(className, variable)) : "";
    }

    Packages packages() {
        return packages;
    }

    /** What stands at a place is asked: from now on JShell may take time to know all packages. */
    Completer completer() {
        indexing.begin();
        return completer;
    }

    Documentation documentation() {
        return documentation;
    }

    StandingImports imports() {
        return imports;
    }

    Finals finals() {
        return finals;
    }

    Origins origins() {
        return origins;
    }

    /** Does something with the compiler while nothing else does. */
    <T> T compiling(Function<JShell, T> work) {
        compiler.lock();
        try {
            return work.apply(shell);
        } finally {
            compiler.unlock();
        }
    }

    /** The full names of the classes of this name; waits until JShell knows all packages, but not for ever. */
    List<String> qualifiedNames(String name) {
        indexing.begin();
        var patience = System.nanoTime() + LONGEST_INDEXING.toNanos();
        var found = compiling(shell -> shell.sourceCodeAnalysis().listQualifiedNames(name, name.length()));
        while (!found.isUpToDate()
                && System.nanoTime() < patience
                && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            found = compiling(shell -> shell.sourceCodeAnalysis().listQualifiedNames(name, name.length()));
        }
        return found.getNames();
    }

    private void awaitIndexing() {
        if (!compiler.isHeldByCurrentThread()) { // only JShell's own thread may wait
            indexing.await();
        }
    }

    void addToClassPath(List<Path> jars) {
        compiling(with -> {
            jars.forEach(loader::add);
            with.addToClasspath(jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
            return with;
        });
    }

    List<Piece> split(Cell cell) {
        return compiling(with -> Piece.split(with.sourceCodeAnalysis(), cell.text(), interruption::requested));
    }

    /** Whether JShell takes the piece for an error, so that nothing of it would run. */
    boolean isErroneous(Piece piece) {
        return compiling(with -> with.sourceCodeAnalysis().sourceToSnippets(piece.source()).stream()
                .anyMatch(snippet -> snippet.kind() == Snippet.Kind.ERRONEOUS));
    }

    /** What the compiler said about a snippet. */
    List<Diag> diagnostics(Snippet snippet) {
        return compiling(with -> with.diagnostics(snippet).toList());
    }

    /** From now on snippets may name the classes of other languages' cells. */
    void seeOthers() {
        execution.seeOthers();
    }

    SnippetClasses classes() {
        return execution.classes();
    }

    /** The field of the variable that JShell was asked for last; asked while compiling. */
    Field fieldAskedFor() {
        return execution.fieldAskedFor();
    }

    /** Compiles and runs a declaration or an import that is no part of a cell, and says whether it is valid now. */
    boolean declare(String source) {
        return compiling(with -> {
            origins.compiling(new Cell(0, source), 0);
            var events = with.eval(source);
            events.forEach(this::declared);
            return events.stream()
                    .anyMatch(event -> event.status() == Snippet.Status.VALID && event.causeSnippet() == null);
        });
    }

    /** Forgets a variable. */
    void drop(String variable) {
        compiling(with -> {
            with.variables().filter(one -> one.name().equals(variable)).toList().forEach(with::drop);
            execution.variables().forget(variable);
            return with;
        });
    }

    /** What became of a piece; the value is that of its expression, if it is one. */
    record Ran(List<SnippetEvent> events, Object value) {}

    /** Compiles and runs one piece of a cell. */
    Ran run(Cell cell, Piece piece) {
        return compiling(with -> {
            origins.compiling(cell, piece.offset());
            execution.takeValue();
            addImports();
            execution.failed().renew(with, piece.source());
            var events = with.eval(piece.source());
            while (clashes.settle(with, events)) {
                events = with.eval(piece.source());
            }
            var value = execution.takeValue();
            if (events.stream().anyMatch(event -> leavesCompilerBroken(with, event))) {
                renewCompiler(with);
            }
            if (events.stream().noneMatch(event -> isDeclaration(event.snippet()))) {
                execution.forgetNewest();
            } else {
                execution.keepNewest();
            }
            events.forEach(this::declared);
            letGoOfTemporaries(with, events);
            return new Ran(events, value);
        });
    }

    /**
     * Each expression's value is a variable, {@code $7}, which nobody may ever name: the last few are kept, or none when
     * they take the memory that a cell wants.
     */
    private void letGoOfTemporaries(JShell with, List<SnippetEvent> events) {
        events.stream()
                .map(SnippetEvent::snippet)
                .filter(one -> one.subKind() == SubKind.TEMP_VAR_EXPRESSION_SUBKIND && one instanceof VarSnippet)
                .forEach(one -> temporaries.add((VarSnippet) one));
        var kept = isHeapFull(events) ? 0 : TEMPORARIES;
        while (temporaries.size() > kept) {
            var oldest = temporaries.remove();
            with.drop(oldest);
            execution.variables().forget(oldest.name());
        }
    }

    private static boolean isHeapFull(List<SnippetEvent> events) {
        return events.stream()
                .anyMatch(event -> event.exception() instanceof EvalException thrown
                        && thrown.getExceptionClassName().equals(OutOfMemoryError.class.getName()));
    }

    /** A text too long for a class file stays with the compiler and fails whatever it compiles next. */
    private static boolean leavesCompilerBroken(JShell shell, SnippetEvent event) {
        return event.status() != Snippet.Status.VALID
                && shell.diagnostics(event.snippet())
                        .anyMatch(error -> "compiler.err.limit.string".equals(error.getCode()));
    }

    /** JShell starts another compiler when its class path changes; ours is what the loader shows, whatever is added. */
    private static void renewCompiler(JShell shell) {
        shell.addToClasspath("");
    }

    /** Starts another compiler, after one that failed inside itself. */
    void renewCompiler() {
        compiling(with -> {
            renewCompiler(with);
            return with;
        });
    }

    private static boolean isDeclaration(Snippet snippet) {
        return snippet instanceof DeclarationSnippet && snippet.subKind() != SubKind.TEMP_VAR_EXPRESSION_SUBKIND;
    }

    private void declared(SnippetEvent event) {
        if (event.causeSnippet() == null && event.status() == Snippet.Status.VALID) {
            if (event.snippet() instanceof VarSnippet variable) {
                finals.declared(variable);
            } else if (event.snippet() instanceof MethodSnippet method) {
                overloads.declared(shell, method);
            }
        }
    }

    /** Imports what is waiting, unless a cell is running: it compiles against what it started with. */
    void addImports() {
        compiling(with -> {
            if (!execution.isRunning() && !waitingImports.isEmpty()) {
                imports.add(with, waitingImports);
            }
            return with;
        });
    }

    /** Drops what cells have declared and lets go of their values; what every cell imports stays. */
    void reset() {
        compiling(with -> {
            execution.variables().forgetAll();
            temporaries.clear();
            clashes.reset();
            with.snippets().filter(snippet -> !imports.contains(snippet)).forEach(with::drop);
            return with;
        });
    }

    /** Says on the error stream, in the form of a cell's own exceptions, what ended a thread that a cell started. */
    void tellEnd(Thread thread, Throwable thrown) {
        var frames = new JavaFrames(origins);
        new Traceback(frames, ThrownHints.TABLE).tellEnd(thread, Thrown.of(thrown, frames, new ThreadFrames(this)));
    }

    @Override
    public void close() {
        completer.close();
        indexing.begin(); // lets the thread end that may wait
        shell.close();
    }

    private final class InThisProcess implements ExecutionControlProvider {
        @Override
        public String name() {
            return "percolate";
        }

        @Override
        public ExecutionControl generate(ExecutionEnv environment, Map<String, String> parameters) {
            return execution;
        }
    }
}
