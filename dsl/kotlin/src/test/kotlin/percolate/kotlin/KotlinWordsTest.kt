package percolate.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import percolate.Percolate.dataset
import percolate.Percolate.dense
import percolate.Percolate.digits
import percolate.Percolate.input
import percolate.Percolate.mse
import percolate.Percolate.sequential
import percolate.Percolate.sgd
import percolate.Percolate.tensor

class KotlinWordsTest {
    private val x = tensor(1, 2, 4)

    @Test
    fun `operators take tensors and numbers on either side`() {
        assertThat((2 * x + 1).toFloatArray()).containsExactly(3f, 5f, 9f)
        assertThat((1 - x).toFloatArray()).containsExactly(0f, -1f, -3f)
        assertThat((x * x - x / 2).toFloatArray()).containsExactly(0.5f, 3f, 14f)
        assertThat((4 / x).toFloatArray()).containsExactly(4f, 2f, 1f)
        assertThat((-x).toFloatArray()).containsExactly(-1f, -2f, -4f)
        assertThat((1 + x).toFloatArray()).containsExactly(2f, 3f, 5f)
    }

    @Test
    fun `indices and ranges choose parts`() {
        assertThat(x[2].item()).isEqualTo(4f)
        assertThat(x[0..1].toFloatArray()).containsExactly(1f, 2f)
    }

    @Test
    fun `batches and splits fall into their parts`() {
        val (train, validation, test) = digits().split(0.7, 0.15, 42)
        assertThat(train.size() + validation.size() + test.size()).isEqualTo(1797)
        for ((images, labels) in train.take(40).batches(32)) {
            assertThat(images.size(0)).isEqualTo(labels.size())
        }
    }

    @Test
    fun `a model is called like a function`() {
        val line = sequential(input(1), dense(1))
        val xs = tensor(0, 1, 2, 3).reshape(4, 1)
        line
            .train(dataset(xs, 2 * xs + 1))
            .loss(mse())
            .optimizer(sgd(0.1))
            .batch(4)
            .epochs(300)
            .seed(1)
            .quiet()
            .fit()
        assertThat(line(xs).isClose(2 * xs + 1, 0.01)).isTrue()
    }
}
