package percolate.kernel.java;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import percolate.kernel.cells.CellLoader;
import percolate.kernel.cells.Interruption;
import percolate.kernel.language.Cell;
import percolate.kernel.language.Completeness;
import percolate.kernel.language.Completion;
import percolate.kernel.language.Evaluation;
import percolate.kernel.language.Inspection;
import percolate.kernel.language.Language;
import percolate.kernel.language.LanguageInfo;

/**
 * Java cells, compiled by JShell and run in this process.
 *
 * <p>A cell may hold any number of statements and declarations; its value is that of its last expression. What a cell
 * declares stays for the next ones, also when the cell fails later on.
 */
public final class JShellLanguage implements Language {
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
            "static percolate.kernel.api.Display.*");
    private final Queue<String> imports = new ConcurrentLinkedQueue<>(IMPORTS);
    private final CellLoader loader;
    private final Interruption interruption;
    private final CompletableFuture<Workspace> workspace;

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
        var cell = new Cell(0, "1 + 1");
        started.split(cell).forEach(piece -> started.run(cell, piece));
        return started;
    }

    private Workspace ready() {
        try {
            return workspace.join();
        } catch (CompletionException e) {
            throw new IllegalStateException(
                    "java: expected JShell to start, got " + e.getCause() + "; restart the kernel", e.getCause());
        }
    }

    private static Executor onOwnThread() {
        return task -> {
            var thread = new Thread(task, "percolate-java-start");
            thread.setDaemon(true);
            thread.start();
        };
    }

    @Override
    public LanguageInfo info() {
        return new LanguageInfo(
                "java", System.getProperty("java.version"), "text/x-java-source", ".java", "text/x-java", "java");
    }

    @Override
    public Evaluation evaluate(String code, int cellNumber) {
        return new CellRun(ready(), interruption, new Cell(cellNumber, code)).result();
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
    public Completeness completeness(String code) {
        return ready().compiling(shell -> Openness.of(shell.sourceCodeAnalysis(), code));
    }

    @Override
    public Completion complete(String code, int cursor) {
        return ready().completing(shell -> Suggestions.of(shell.sourceCodeAnalysis(), code, cursor));
    }

    @Override
    public Inspection inspect(String code, int cursor, boolean detailed) {
        return Inspection.none();
    }

    @Override
    public void close() {
        workspace
                .handle((started, failure) -> started)
                .thenAccept(started -> Optional.ofNullable(started).ifPresent(Workspace::close))
                .join();
    }
}
