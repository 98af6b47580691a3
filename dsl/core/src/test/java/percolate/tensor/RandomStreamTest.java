package percolate.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import percolate.Shape;

class RandomStreamTest {
    @Test
    void theUpperBoundIsNeverDrawn() {
        float high = Math.nextUp(1f);
        var drawn = new RandomStream(1).uniform(1, high, Shape.of(1_000));
        assertThat(drawn.max().item()).isEqualTo(1);
        assertThat(new RandomStream(1).uniform(2, 2, Shape.of(3)).toFloatArray())
                .containsOnly(2);
    }

    @Test
    void manyNumbersAreTheSameAsFewFromTheSameSeed() {
        int many = (1 << 24) + 5;
        var all = new RandomStream(7).uniform(0, 1, Shape.of(many));
        assertThat(all.shape()).isEqualTo(Shape.of(many));
        assertThat(all.slice(0, 0, 9).toFloatArray())
                .isEqualTo(new RandomStream(7).uniform(0, 1, Shape.of(9)).toFloatArray());
        assertThat(all.mean().item()).isBetween(0.499f, 0.501f);
        assertThat(new RandomStream(7).normal(Shape.of(0, 3)).shape()).isEqualTo(Shape.of(0, 3));
    }
}
