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

    /** Native bytes that are still counted when everything unreachable is collected. */
    private static long settledBytes() throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < 50; i++) {
            System.gc();
            Thread.sleep(20);
            long now = Native.liveBytes();
            if (now >= least && i > 5) {
                break;
            }
            least = Math.min(least, now);
        }
        return least;
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
        assertThat(settledBytes()).isLessThanOrEqualTo(before + 4_096);
        assumeTrue(linux, "resident memory is read from /proc");
        assertThat(residentMegabytes() - resident).isLessThan(300);
    }

    @Test
    void largeTensorsThatNobodyHoldsAreFreedWhileWorkGoesOn() throws Exception {
        assumeTrue(Files.exists(STATUS), "resident memory is read from /proc");
        var x = rand(1 << 10, 1 << 10);
        long before = residentMegabytes();
        for (int i = 0; i < 300; i++) {
            x.plus(i).t().mean(0, 1);
        }
        // More than 2 GB went by.
        assertThat(residentMegabytes() - before).isLessThan(1_000);
        assertThat(settledBytes()).isLessThan(100L << 20);
    }

    @Test
    void failedOperationsLeaveNothingBehind() throws Exception {
        var a = Array.of(new float[1 << 18], Shape.of(512, 512));
        var b = Array.of(new float[3], Shape.of(3));
        long before = settledBytes();
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> a.plus(b)).isInstanceOf(NativeFailure.class);
        }
        assertThat(settledBytes()).isLessThanOrEqualTo(before + 4_096);
    }

    @Test
    void aModelThatNobodyHoldsIsFreed() throws Exception {
        long before = settledBytes();
        for (int i = 0; i < 20; i++) {
            sequential(input(1_000), dense(1_000)).predict(zeros(1, 1_000));
        }
        assertThat(settledBytes()).isLessThanOrEqualTo(before + 4_096);
    }
}
