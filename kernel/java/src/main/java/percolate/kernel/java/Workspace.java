package percolate.kernel.java;

import java.io.File;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.stream.Collectors;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.SnippetEvent;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import percolate.kernel.cells.CellLoader;
import percolate.kernel.cells.Interruption;
import percolate.kernel.language.Cell;
import percolate.kernel.language.CellFrames;

/**
 * One JShell with the loader of its cells. One lock guards the compiler; it is free while a cell's own code runs.
 */
final class Workspace implements AutoCloseable {
    private final ReentrantLock compiler = new ReentrantLock();
    private final StandingImports imports = new StandingImports();
    private final Origins origins = new Origins();
    private final Temporaries temporaries = new Temporaries();
    private final Queue<String> waitingImports;
    private final CellLoader loader;
    private final Interruption interruption;
    private final Declarations declarations;
    private final Knowledge knowledge;
    private final CellExecution execution;
    private final Displaced displaced;
    private final JShell shell;

    /** @param imports names to import; more may be added at any time, see {@link #addImports} */
    Workspace(CellLoader loader, Queue<String> imports, Interruption interruption) {
        this.loader = loader;
        this.waitingImports = imports;
        this.interruption = interruption;
        var functions = new ImportedFunctions(loader, this.imports);
        declarations = new Declarations(this.imports, functions);
        knowledge = new Knowledge(this, loader, functions, declarations.names());
        execution = new CellExecution(loader, interruption, compiler, knowledge::declared);
        displaced = new Displaced(execution, origins);
        shell = JShell.builder()
                .executionEngine(new InThisProcess(), Map.of())
                .fileManager(files -> new CompilerFiles(files, loader, this::awaitIndexing))
                .idGenerator((snippet, proposed) -> origins.nextName())
                .build();
    }

    /** What can be asked about code without running it. */
    Knowledge knowledge() {
        return knowledge;
    }

    StandingImports imports() {
        return imports;
    }

    Declarations declarations() {
        return declarations;
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

    private void awaitIndexing() {
        if (!compiler.isHeldByCurrentThread()) { // only JShell's own thread may wait
            knowledge.awaitIndexing();
        }
    }

    void addToClassPath(List<Path> jars) {
        compiling(with -> {
            jars.forEach(loader::add);
            with.addToClasspath(jars.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
            return with;
        });
    }

    List<Piece> split(String code) {
        return compiling(with -> Piece.split(with.sourceCodeAnalysis(), code, interruption::requested));
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

    boolean isRunning() {
        return compiling(with -> execution.isRunning());
    }

    /** The value of a variable of a class that JShell made, or null if it has none that can be had. */
    Object value(String className, String variable) {
        return execution.variable(className, variable);
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
            origins.compiling(new Cell(0, source));
            var events = with.eval(source);
            declarations.ran(with, events);
            return events.stream()
                    .anyMatch(event -> event.status() == Snippet.Status.VALID && event.causeSnippet() == null);
        });
    }

    /** Forgets a variable. */
    void drop(String variable) {
        compiling(with -> {
            with.variables().filter(one -> one.name().equals(variable)).toList().forEach(with::drop);
            execution.variables().forget(variable);
            declarations.forget(variable);
            return with;
        });
    }

    /** What became of a piece; the value is that of its expression, if it is one. */
    record Ran(List<SnippetEvent> events, Object value) {}

    /** Compiles and runs one piece of a cell. */
    Ran run(Cell cell, Piece piece) {
        return compiling(with -> {
            origins.compiling(cell, piece);
            execution.takeValue();
            addImports();
            execution.failed().renew(with, piece.source());
            var events = eval(with, piece);
            while (declarations.settle(with, events)) {
                events = eval(with, piece);
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
            declarations.ran(with, events);
            temporaries.ran(with, events, execution.variables());
            return new Ran(events, value);
        });
    }

    private List<SnippetEvent> eval(JShell shell, Piece piece) {
        var events = shell.eval(piece.source());
        displaced.ran(shell, events);
        return events;
    }

    /** Forgets a declaration that lacks what it names. */
    void drop(DeclarationSnippet snippet) {
        compiling(with -> {
            with.drop(snippet);
            displaced.dropped(with, snippet);
            return with;
        });
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
            declarations.reset();
            with.snippets().filter(snippet -> !imports.contains(snippet)).forEach(with::drop);
            return with;
        });
    }

    /**
     * Where in a cell a frame is that nobody has translated: {@code at cell 3, line 1:  area(2)}. Never waits: nothing is
     * known while the compiler is at work.
     */
    Optional<String> place(StackTraceElement frame) {
        if (!compiler.tryLock()) {
            return Optional.empty();
        }
        try {
            var known = new ThreadFrames(this).apply(new StackTraceElement[] {frame});
            return new JavaFrames(origins).place(known[0]).map(Object::toString);
        } finally {
            compiler.unlock();
        }
    }

    /** What the frames of exceptions stand for that have not come by JShell. */
    CellFrames framesOfThreads() {
        return new JavaFrames(origins, new ThreadFrames(this));
    }

    @Override
    public void close() {
        knowledge.close();
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
