package percolate.kernel.java;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.function.Function;
import percolate.kernel.cells.CellLoader;
import percolate.kernel.documentation.Documentation;
import percolate.kernel.language.ShortValue;

/** What can be said about code without running it: what completion, inspection and hints ask. */
final class Knowledge implements AutoCloseable {
    private static final String CELLS = "REPL.";
    private final Workspace workspace;
    private final Indexing indexing = new Indexing();
    private final Map<String, byte[]> declared = new ConcurrentHashMap<>();
    private final Documentation documentation;
    private final Packages packages;
    private final ClassFinder classes;
    private final ImportedFunctions functions;
    private final Completer completer;
    private final CellLoader loader;
    private final Object probing = new Object();
    private ProbeFiles probeFiles;

    Knowledge(Workspace workspace, CellLoader loader, ImportedFunctions functions, KnownNames names) {
        this.workspace = workspace;
        this.loader = loader;
        this.functions = functions;
        packages = new Packages(loader::classPath);
        classes = new ClassFinder(packages, loader);
        documentation = new Documentation(loader::classPath, this::source, WrittenNames::of);
        completer = new Completer(workspace, this, names);
    }

    /** Called with each class that JShell has made of a cell. */
    void declared(String name, byte[] bytes) {
        declared.put(name, bytes);
    }

    /** Waits until the list of all packages is wanted that JShell makes on a thread of its own. */
    void awaitIndexing() {
        indexing.await();
    }

    /** What stands at a place is asked: from now on JShell may take time to know all packages. */
    Completer completer() {
        indexing.begin();
        return completer;
    }

    /** Does something with what probes compile against, as it is now: its files only one compilation at a time may read. */
    <T> T probing(Function<ProbeFiles, T> work) {
        synchronized (probing) {
            if (probeFiles == null) { // a second compiler's, which no session needs before its first question
                probeFiles = new ProbeFiles(loader::classPath, declared);
            }
            probeFiles.update();
            return work.apply(probeFiles);
        }
    }

    Documentation documentation() {
        return documentation;
    }

    Packages packages() {
        return packages;
    }

    ClassFinder classes() {
        return classes;
    }

    ImportedFunctions functions() {
        return functions;
    }

    /** The source of a class that JShell made of a piece of a cell, with its comments. */
    private Optional<String> source(String className) {
        return className.startsWith(CELLS)
                ? workspace.compiling(shell -> shell.snippets()
                        .filter(one -> shell.sourceCodeAnalysis()
                                .wrapper(one)
                                .fullClassName()
                                .equals(className))
                        .map(one -> "class " + className.substring(CELLS.length()) + " {\n" + one.source() + "\n}")
                        .findFirst())
                : Optional.empty();
    }

    /** {@code  = 3} for a variable of a cell whose value says itself in short, else an empty text. */
    String shortValue(String className, String variable) {
        return className.startsWith(CELLS) ? ShortValue.of(workspace.value(className, variable), this::mayBeAsked) : "";
    }

    /** Code of cells is not run for this, and that of libraries while no cell runs. */
    private boolean mayBeAsked(Class<?> type) {
        return !workspace.isRunning() && !(type.getClassLoader() instanceof CellLoader);
    }

    @Override
    public void close() {
        completer.close();
        indexing.begin(); // lets the thread end that may wait
        ForkJoinPool.commonPool().execute(this::closeFiles); // which may have to wait for a probe that reads them
    }

    private void closeFiles() {
        synchronized (probing) {
            if (probeFiles != null) {
                probeFiles.close();
                probeFiles = null;
            }
        }
    }
}
