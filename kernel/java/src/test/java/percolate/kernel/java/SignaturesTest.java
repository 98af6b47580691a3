package percolate.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class SignaturesTest {
    @AutoClose
    private final Cells cells = new Cells();

    @AutoClose
    private final Workspace workspace = new Workspace(cells.loader, new ArrayDeque<>(), cells.interruption);

    private final Signatures signatures = new Signatures(workspace, workspace.knowledge());

    @Test
    void whoAsksDoesNotWaitForTheCompiler() throws Exception {
        var begun = new CountDownLatch(1);
        var work = new CountDownLatch(1);
        var compiler = CompletableFuture.supplyAsync(() -> workspace.compiling(shell -> {
            begun.countDown();
            return awaited(work);
        }));
        assertThat(begun.await(60, TimeUnit.SECONDS)).isTrue();
        var asked = new AtomicReference<Future<Map<String, Signatures.Known>>>();
        var asker = new Thread(() -> asked.set(signatures.of("\"a\".", List.of("strip()"))));
        asker.start();
        asker.join(60_000);
        var answer = asked.get();
        assertThat(answer.isDone()).isFalse();
        assertThat(signatures.isWarm()).isFalse();
        work.countDown();
        assertThat(answer.get(60, TimeUnit.SECONDS).get("strip").signature()).isEqualTo("strip()");
        assertThat(compiler.get(60, TimeUnit.SECONDS)).isTrue();
        assertThat(signatures.isWarm()).isTrue();
        signatures.close();
    }

    @Test
    void anAnswerStaysWhileMoreLettersOfANameAreTyped() throws Exception {
        var all = signatures.of("\"a\".", List.of("strip()", "isBlank()")).get(60, TimeUnit.SECONDS);
        assertThat(signatures.of("\"a\".", List.of("strip()")).get(60, TimeUnit.SECONDS))
                .isSameAs(all);
        assertThat(signatures.of("3.", List.of("strip()")).get(60, TimeUnit.SECONDS))
                .isNotSameAs(all);
        signatures.close();
    }

    private static boolean awaited(CountDownLatch work) {
        try {
            return work.await(120, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
