package percolate.kernel.java;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import jdk.jshell.Diag;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.spi.ExecutionControl;
import jdk.jshell.spi.ExecutionControlProvider;
import jdk.jshell.spi.ExecutionEnv;
import percolate.kernel.cells.CellLoader;
import percolate.kernel.cells.Interruption;
import percolate.kernel.language.Cell;

/**
 * One JShell with the loader of its cells. One lock guards the compiler; it is free while a cell's own code runs.
 */
final class Workspace implements AutoCloseable {
    private static final Logger LOG = Logger.getLogger(Workspace.class.getName());

    private final ReentrantLock compiler = new ReentrantLock();
    private final Queue<String> imports;
    private final Indexing indexing = new Indexing();
    private final Origins origins = new Origins();
    private final CellLoader loader;
    private final CellExecution execution;
    private final JShell shell;

    /** @param imports names to import; more may be added at any time, see {@link #addImports} */
    Workspace(CellLoader loader, Queue<String> imports, Interruption interruption) {
        this.loader = loader;
        this.imports = imports;
        execution = new CellExecution(loader, interruption, compiler);
        shell = JShell.builder()
                .executionEngine(new InThisProcess(), Map.of())
                .fileManager(files -> new CompilerFiles(files, loader::classPath, this::awaitIndexing))
                .idGenerator((snippet, proposed) -> origins.nextName())
                .build();
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

    /** What stands at a place is asked: from now on JShell may take time to know all packages. */
    <T> T completing(Function<JShell, T> work) {
        indexing.begin();
        return compiling(work);
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
        return compiling(with -> Piece.split(with.sourceCodeAnalysis(), cell.text()));
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

    /** What became of a piece; the value is that of its expression, if it is one. */
    record Ran(List<SnippetEvent> events, Object value) {}

    /** Compiles and runs one piece of a cell. */
    Ran run(Cell cell, Piece piece) {
        return compiling(with -> {
            origins.compiling(cell, piece.offset());
            execution.takeValue();
            addImports();
            return new Ran(with.eval(piece.source()), execution.takeValue());
        });
    }

    /** Imports what is waiting, unless a cell is running: it compiles against what it started with. */
    void addImports() {
        compiling(with -> {
            while (!execution.isRunning() && !imports.isEmpty()) {
                addImport(imports.remove());
            }
            return with;
        });
    }

    private void addImport(String name) {
        var event = shell.eval("import " + name + ";").get(0);
        if (event.status() != Snippet.Status.VALID) {
            LOG.log(Level.WARNING, "import {0}: not found on the class path of cells", name);
        }
    }

    @Override
    public void close() {
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
