package percolate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import percolate.Shape;

class JoinTest {
    private static final int MANY = 10_000;

    /** Between two collections, so that the joins get on in a large heap too. */
    private static final long PAUSE_NANOS = 2_000_000;

    @Test
    void arraysThatNobodyElseHoldsLiveUntilTheyAreJoined() throws Exception {
        var zeros = Array.of(new float[MANY], Shape.of(MANY));
        var joining = new AtomicBoolean(true);
        var collector = new Thread(() -> {
            while (joining.get()) {
                System.gc();
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        });
        collector.start();
        try {
            var ones = new float[3 * MANY];
            Arrays.fill(ones, 1);
            for (int i = 0; i < 100; i++) {
                var joined = Array.stack(List.of(zeros.map(Unary.exp), zeros.map(Unary.exp), zeros.map(Unary.exp)));
                if (i % 10 == 0) {
                    assertThat(joined.toFloats()).isEqualTo(ones);
                }
            }
        } finally {
            joining.set(false);
            collector.join();
        }
    }

    @Test
    void aClosedArrayIsNotJoined() {
        var open = Array.of(new float[2], Shape.of(2));
        var closed = Array.of(new float[2], Shape.of(2));
        closed.close();
        assertThatThrownBy(() -> Array.stack(List.of(open, closed)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("got one that was closed");
    }

    @Test
    void whatNoMemoryHoldsIsRefusedBeforehand() {
        var large = Array.of(new float[1], Shape.of(1)).expand(Shape.of(1 << 30));
        assertThatThrownBy(() -> Array.concat(0, Collections.nCopies(4_000, large)))
                .isInstanceOf(NativeFailure.class)
                .hasMessageContaining("choose smaller sizes or batches");
    }
}
