package percolate.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import percolate.Percolate.beamSearch
import percolate.Percolate.dataset
import percolate.Percolate.dense
import percolate.Percolate.derivative
import percolate.Percolate.digits
import percolate.Percolate.generate
import percolate.Percolate.gradients
import percolate.Percolate.input
import percolate.Percolate.int64
import percolate.Percolate.mse
import percolate.Percolate.parameter
import percolate.Percolate.pca
import percolate.Percolate.sequential
import percolate.Percolate.sgd
import percolate.Percolate.tensor
import percolate.Shape

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
    fun `the variance has a name that is no word of Kotlin's own`() {
        assertThat(x.variance().isClose(7.0 / 3, 1e-5)).isTrue()
        val table = tensor(1, 2, 4, 3, 3, 3).reshape(2, 3)
        assertThat(table.variance(1).isClose(tensor(7.0 / 3, 0.0), 1e-5)).isTrue()
        assertThat(table.variance(1, true).shape()).isEqualTo(Shape.of(2, 1))
    }

    @Test
    fun `lambdas say which word comes next`() {
        val found = beamSearch({ tensor(0, 1, 2) }, 0, 1, 2, 3)
        assertThat(found[0]).containsExactly(2, 2, 2)
        val text = generate({ tensor(0, 1, 9) }, tensor(0).reshape(1).to(int64), 2).greedy().tokens()
        assertThat(text.toLongArray()).containsExactly(0, 2, 2)
        assertThat(pca(tensor(0, 1, 2, 3, 4, 4).reshape(3, 2), 1).shape()).isEqualTo(Shape.of(3, 1))
    }

    @Test
    fun `indices and ranges choose parts`() {
        assertThat(x[2].item()).isEqualTo(4f)
        assertThat(x[0..1].toFloatArray()).containsExactly(1f, 2f)
    }

    @Test
    fun `parts are chosen in words, by steps and by masks`() {
        val table = tensor(1, 2, 3, 4, 5, 6).reshape(2, 3)
        assertThat(table[":, 0"].toFloatArray()).containsExactly(1f, 4f)
        assertThat(table[1, 2].item()).isEqualTo(6f)
        assertThat(x[0..2 step 2].toFloatArray()).containsExactly(1f, 4f)
        assertThat(x[2 downTo 1].toFloatArray()).containsExactly(4f, 2f)
        assertThat(x[x.gt(1)].toFloatArray()).containsExactly(2f, 4f)
        assertThat((!x.gt(1)).toLongArray()).containsExactly(1, 0, 0)
        assertThat((x % 2).toFloatArray()).containsExactly(1f, 0f, 0f)
        val (first, second) = table
        assertThat((first + second).toFloatArray()).containsExactly(5f, 7f, 9f)
        val (u, s, v) = table.svd()
        assertThat((u * s).mm(v).isClose(table, 1e-5)).isTrue()
    }

    @Test
    fun `gradients take the lambda last`() {
        val w = parameter(0)
        val b = parameter(0)
        val y = 2 * x + 1
        val first = gradients(w, b) { (x * w + b - y).pow(2).mean() }
        assertThat(first.loss()).isEqualTo(y.square().mean().item())
        repeat(500) {
            val g = gradients(w, b) { (x * w + b - y).pow(2).mean() }
            w.update(w - 0.1 * g.of(w))
            b.update(b - 0.1 * g.of(b))
        }
        assertThat(w.isClose(2, 0.01)).isTrue()
        val slopes = gradients(x) { x.pow(2).sum() }
        assertThat(slopes.of(x).toFloatArray()).containsExactly(2f, 4f, 8f)
        assertThat(gradients((w * b).sum(), w).of(w).isClose(b, 0)).isTrue()
        assertThat(derivative({ it.pow(3) }, 3, 2).item()).isEqualTo(18f)
    }

    @Test
    fun `tensors add up with assignments`() {
        var sum = tensor(1, 1, 1)
        sum += x
        sum -= 1
        assertThat(sum.toFloatArray()).containsExactly(1f, 2f, 4f)
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

    @Test
    fun `numbers make tensors as in Java`() {
        assertThat(tensor(1).shape()).isEqualTo(Shape.of())
        assertThat(tensor(2.5).item()).isEqualTo(2.5f)
        assertThat(tensor(1, 2.5, 3).shape()).isEqualTo(Shape.of(3))
        assertThat(tensor(1, 2).shape()).isEqualTo(Shape.of(2))
        assertThat(tensor(doubleArrayOf(1.0, 2.0)).isClose(tensor(1, 2), 0)).isTrue()
        assertThat(tensor(intArrayOf(3)).shape()).isEqualTo(Shape.of(1))
    }
}
