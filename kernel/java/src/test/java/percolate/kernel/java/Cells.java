package percolate.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import percolate.kernel.api.Display;
import percolate.kernel.cells.CellLoader;
import percolate.kernel.cells.Interruption;
import percolate.kernel.language.Evaluation;
import percolate.kernel.language.Evaluation.Failure;
import percolate.kernel.language.Evaluation.Interrupted;
import percolate.kernel.language.Evaluation.Nothing;
import percolate.kernel.language.Evaluation.Value;
import percolate.kernel.language.Languages;
import percolate.kernel.traceback.ThreadEnds;

/** A session of cells as a test writes it; the display API is what its cells see besides the JDK. */
final class Cells implements AutoCloseable {
    private static final String RUNNING = "percolate.test.running";
    /** The line with which a cell tells that its code runs. */
    static final String TELL_RUNNING = "System.setProperty(\"" + RUNNING + "\", \"yes\");\n";

    final Interruption interruption = new Interruption();
    final CellLoader loader = new CellLoader(List.of(origin(Display.class)));
    final JShellLanguage language = new JShellLanguage(loader, interruption);
    private final ThreadEnds ends = ThreadEnds.told(Languages.of(language));
    private int count;

    static Path origin(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    Evaluation run(String code) {
        interruption.cellStarts();
        try {
            return language.evaluate(code, ++count);
        } finally {
            interruption.cellEnds();
        }
    }

    Object value(String code) {
        var result = run(code);
        assertThat(result).as(code).isInstanceOf(Value.class);
        return ((Value) result).value();
    }

    void nothing(String code) {
        assertThat(run(code)).as(code).isEqualTo(new Nothing());
    }

    Failure failure(String code) {
        var result = run(code);
        assertThat(result).as(code).isInstanceOf(Failure.class);
        return (Failure) result;
    }

    /** Runs a cell, and interrupts it as soon as it has told that it runs: at its start, or where it says so. */
    Interrupted interrupted(String code) throws Exception {
        System.clearProperty(RUNNING);
        var result = CompletableFuture.supplyAsync(() -> run(code.contains(RUNNING) ? code : TELL_RUNNING + code));
        while (System.getProperty(RUNNING) == null && !result.isDone()) {
            Thread.sleep(5);
        }
        interruption.request();
        var ended = result.get(60, TimeUnit.SECONDS);
        return ended instanceof Interrupted interrupted ? interrupted : fail(code + ": ended with " + ended);
    }

    @Override
    public void close() {
        ends.close();
        language.close();
        loader.close();
    }
}
