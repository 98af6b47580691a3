package percolate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import percolate.Shape;

class FreeMemoryTest {
    private static final int MANY = 2_000_000; // whose square takes 16 TB
    private final Array column = Array.of(new float[MANY], Shape.of(MANY, 1));
    private final Array row = Array.of(new float[MANY], Shape.of(1, MANY));

    @Test
    void someMemoryIsFree() {
        assertThat(FreeMemory.bytes()).isPositive();
    }

    @Test
    void aProductThatNoMemoryHoldsIsRefusedBeforehand() {
        assertThatThrownBy(() -> column.matrixProduct(row))
                .isInstanceOf(NativeFailure.class)
                .hasMessageContaining("got one of 16000.0 GB; choose smaller sizes or batches");
        assertThat(row.matrixProduct(column).shape()).isEqualTo(Shape.of(1, 1));
    }

    @Test
    void aSumThatIsStretchedBeyondMemoryIsRefusedBeforehand() {
        assertThatThrownBy(() -> column.with(Binary.plus, row))
                .isInstanceOf(NativeFailure.class)
                .hasMessageContaining("got one of 16000.0 GB");
    }
}
