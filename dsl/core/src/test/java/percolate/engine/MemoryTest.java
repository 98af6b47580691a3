package percolate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static percolate.Percolate.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import percolate.Dataset;
import percolate.Model;
import percolate.Shape;

/** Nobody closes anything, and nothing piles up. */
class MemoryTest {
    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Dataset DATA = dataset(rand(12, 4), randint(0, 3, 12));

    /** Native bytes that are counted when what nobody reaches is collected. */
    private static long settledBytes() throws InterruptedException {
        for (int i = 0; i < 10; i++) {
            collect();
        }
        return Native.liveBytes();
    }

    private static void collect() throws InterruptedException {
        System.gc();
        Thread.sleep(20);
    }

    /** Waits until no more is held than before, within what a few small tensors take. */
    private static void assertNothingPiledUp(long before) throws InterruptedException {
        for (int i = 0; i < 500 && Native.liveBytes() > before + 4_096; i++) {
            collect();
        }
        assertThat(Native.liveBytes()).isLessThanOrEqualTo(before + 4_096);
    }

    private static long residentMegabytes() throws IOException {
        return Files.readAllLines(STATUS).stream()
                .filter(line -> line.startsWith("VmRSS"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .sum();
    }

    private static void use(Model net, int times) {
        for (int i = 0; i < times; i++) {
            net.train(DATA).epochs(1).batch(4).quiet().fit();
            net.predict(DATA);
        }
    }

    @Test
    void twoThousandFitsAndPredictionsLeaveNoNativeMemoryBehind() throws Exception {
        var net = sequential(input(4), dense(8).relu(), dense(3));
        use(net, 50);
        long before = settledBytes();
        boolean linux = Files.exists(STATUS);
        long resident = linux ? residentMegabytes() : 0;
        use(net, 2_000);
        assertNothingPiledUp(before);
        assumeTrue(linux, "resident memory is read from /proc");
        assertThat(residentMegabytes() - resident).isLessThan(300);
    }

    @Test
    void largeTensorsThatNobodyHoldsAreFreedWhileWorkGoesOn() throws Exception {
        assumeTrue(Files.exists(STATUS), "resident memory is read from /proc");
        var x = rand(1 << 10, 1 << 10);
        long bytes = settledBytes();
        long before = residentMegabytes();
        for (int i = 0; i < 300; i++) {
            x.plus(i).t().mean(0, 1);
        }
        // More than 2 GB went by.
        assertThat(residentMegabytes() - before).isLessThan(1_000);
        assertNothingPiledUp(bytes);
    }

    @Test
    void failedOperationsLeaveNothingBehind() throws Exception {
        var a = Array.of(new float[1 << 18], Shape.of(512, 512));
        var b = Array.of(new float[3], Shape.of(3));
        long before = settledBytes();
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> a.plus(b)).isInstanceOf(NativeFailure.class);
        }
        assertNothingPiledUp(before);
    }

    @Test
    void aModelThatNobodyHoldsIsFreed() throws Exception {
        long before = settledBytes();
        for (int i = 0; i < 20; i++) {
            sequential(input(1_000), dense(1_000)).predict(zeros(1, 1_000));
        }
        assertNothingPiledUp(before);
    }
}
