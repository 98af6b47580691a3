package percolate.kernel.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SpareTest {
    private final AtomicInteger tries = new AtomicInteger();
    private final Spare spare = new Spare();

    @Test
    void workThatFindsNoMemoryIsDoneAgain() {
        spare.use(() -> failUntil(3));
        assertThat(tries).hasValue(3);
    }

    @Test
    void whereMemoryStaysMissingItIsSaid() {
        assertThatThrownBy(() -> spare.use(() -> failUntil(Integer.MAX_VALUE))).isInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void otherFailuresAreNotTriedAgain() {
        assertThatThrownBy(() -> spare.use(() -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException();
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(tries).hasValue(1);
    }

    private void failUntil(int success) {
        if (tries.incrementAndGet() < success) {
            throw new OutOfMemoryError("as if cells had filled the heap");
        }
    }
}
