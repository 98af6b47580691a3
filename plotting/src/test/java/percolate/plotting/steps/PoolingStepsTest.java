package percolate.plotting.steps;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.avgPool2d;
import static percolate.Percolate.input;
import static percolate.Percolate.maxPool2d;
import static percolate.Percolate.rand;
import static percolate.Percolate.randn;
import static percolate.Percolate.sequential;
import static percolate.Percolate.tensor;
import static percolate.plotting.Pictures.pooling;

import org.junit.jupiter.api.Test;
import percolate.Layer;
import percolate.Tensor;

class PoolingStepsTest {
    private static final Tensor IMAGE = randn(7, 6).minus(3);
    private static final Tensor TABLE = tensor(new float[][] {{1, 5, 2, 6}, {8, 0, 4, 1}, {3, 2, 9, 7}, {5, 1, 0, 2}});

    private static void same(PoolingSteps steps, Layer layer) {
        var expected = sequential(input(1, 7, 6), layer).predict(IMAGE.reshape(1, 1, 7, 6));
        assertThat(steps.result().values()).containsExactly(expected.toDoubleArray(), within(1e-5));
    }

    @Test
    void givesWhatTheLayersGive() {
        same(pooling(IMAGE, 2), maxPool2d(2));
        same(pooling(IMAGE, 3).stride(2).padding(1), maxPool2d(3).stride(2).padding(1));
        same(pooling(IMAGE, 2).average(), avgPool2d(2));
        same(
                pooling(IMAGE, 3).stride(2).padding(1).average(),
                avgPool2d(3).stride(2).padding(1));
    }

    @Test
    void eachWindowIsWrittenOut() {
        assertThat(pooling(TABLE, 2).alt())
                .isEqualTo("max pooling of an image of 4 × 4 with a window of 2 × 2: 2 × 2 numbers, [8 6; 5 9]");
        assertThat(pooling(TABLE, 2).step(2).alt())
                .isEqualTo("step 2 of 4: row 0, column 1 of the result: the largest of 4 is 6, max(2, 6, 4, 1) = 6");
        assertThat(pooling(TABLE, 2).average().step(1).alt())
                .endsWith("the mean of 4 is 3.5, (1 + 5 + 8 + 0) / 4 = 3.5");
    }

    @Test
    void mistakesAreToldInASentence() {
        assertThatThrownBy(() -> pooling(rand(3, 4, 4), 2)).hasMessageContaining("expected one channel");
        assertThatThrownBy(() -> pooling(TABLE, 0))
                .hasMessage("pooling: expected a window of 1 or more, got 0; 2 is usual");
        assertThatThrownBy(() -> pooling(TABLE, 2).padding(2)).hasMessageContaining("at most half a window, 1, got 2");
        assertThatThrownBy(() -> pooling(TABLE, 5).steps()).hasMessageContaining("at least 5 rows");
    }
}
