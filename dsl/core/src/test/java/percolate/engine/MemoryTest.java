package percolate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static percolate.Percolate.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import percolate.Dataset;
import percolate.Model;
import percolate.Shape;
import percolate.Tensor;

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
    void manyCellsOfLargeTemporariesKeepResidentMemoryFlat() throws Exception {
        assumeTrue(Files.exists(STATUS), "resident memory is read from /proc");
        var x = zeros(25_000_000);
        x.plus(1);
        long bytes = settledBytes();
        long before = residentMegabytes();
        long most = 0;
        for (int i = 0; i < 300; i++) {
            x.plus(i);
            most = Math.max(most, residentMegabytes() - before);
        }
        // 30 GB went by; collections are asked for every 512 MB.
        assertThat(most).isLessThan(1_200);
        assertNothingPiledUp(bytes);
    }

    @Test
    void manySmallOperationsKeepResidentMemoryFlat() throws Exception {
        assumeTrue(Files.exists(STATUS), "resident memory is read from /proc");
        var w = parameter(rand(10));
        small(w, 20_000);
        long bytes = settledBytes();
        long arrays = Native.liveArrays();
        long before = residentMegabytes();
        small(w, 200_000);
        assertThat(residentMegabytes() - before).isLessThan(700);
        assertNothingPiledUp(bytes);
        assertThat(Native.liveArrays()).isLessThan(arrays + 1_000);
    }

    private static void small(Tensor w, int operations) {
        for (int i = 0; i < operations; i += 4) {
            w.times(2).plus(1).sum().item();
        }
    }

    @Test
    void noOperationKeepsAnIntermediateResult() throws Exception {
        assumeTrue(Files.exists(STATUS), "resident memory is read from /proc");
        var x = rand(512, 512);
        var rows = arange(512);
        List<UnaryOperator<Tensor>> operations = List.of(
                Tensor::copy,
                t -> t.get(rows),
                t -> t.get(t.gt(0.5)),
                t -> t.plus(1).get("::2, ::-1"),
                t -> t.plus(1).get(3),
                t -> t.plus(1).slice(1, 0, 400).reshape(-1),
                t -> t.plus(1).detach().t().sort(0),
                t -> t.softmax(0).logSoftmax(1),
                t -> stack(t, t),
                t -> t.concat(t, 1),
                t -> t.to(float64),
                t -> t.mm(t).max(0),
                t -> t.sum(0, 1).plus(t.std()),
                t -> t.gather(0, t.round()),
                t -> t.set(tensor(1), 0, 0).clamp(0, 1));
        for (var operation : operations) {
            repeat(operation, x, 40);
        }
        settledBytes();
        long before = residentMegabytes();
        for (var operation : operations) {
            repeat(operation, x, 200);
        }
        settledBytes();
        // Each of them would leave 200 MB or more.
        assertThat(residentMegabytes() - before).isLessThan(190);
    }

    private static void repeat(UnaryOperator<Tensor> operation, Tensor x, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(operation.apply(x)).isNotNull();
            if (i % 10 == 9) {
                Native.collect(); // or memory that is free lies about in pieces
            }
        }
    }

    @Test
    void stepsByHandLeaveNothingBehind() throws Exception {
        var w = parameter(rand(100, 100));
        long before = settledBytes();
        for (int i = 0; i < 500; i++) {
            var g = gradients(() -> w.mm(w).tanh().square().mean(), w);
            w.update(w.minus(g.of(w).times(0.1)));
        }
        assertNothingPiledUp(before);
    }

    @Test
    void aScopeGivesLargeTemporariesBackAtOnce() {
        var x = zeros(1 << 22);
        Native.collect();
        long before = Native.liveBytes();
        var kept = scope(() -> {
            var sum = x;
            for (int i = 0; i < 20; i++) {
                sum = sum.plus(i);
            }
            return sum;
        });
        assertThat(kept.get(0).item()).isEqualTo(190);
        assertThat(Native.liveBytes() - before).isLessThan(4L * (4 << 22));
    }

    @Test
    void partsOfATensorAreNotCountedTwice() {
        var x = zeros(1_000, 1_000);
        long before = Native.liveBytes();
        var parts = List.of(x.t(), x.slice(0, 0, 999), x.detach(), x.expand(2, 1_000, 1_000));
        assertThat(Native.liveBytes() - before).isLessThan(1_000_000);
        assertThat(parts).hasSize(4);
    }

    @Test
    void failedOperationsLeaveNothingBehind() throws Exception {
        var a = Array.of(new float[1 << 18], Shape.of(512, 512));
        var b = Array.of(new float[3], Shape.of(3));
        long before = settledBytes();
        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> a.with(Binary.plus, b)).isInstanceOf(NativeFailure.class);
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
