package percolate.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import percolate.Cell
import percolate.Custom
import percolate.Percolate.TIME
import percolate.Percolate.adam
import percolate.Percolate.concat
import percolate.Percolate.dataset
import percolate.Percolate.dense
import percolate.Percolate.input
import percolate.Percolate.lambda
import percolate.Percolate.model
import percolate.Percolate.ones
import percolate.Percolate.parameter
import percolate.Percolate.randn
import percolate.Percolate.recurrent
import percolate.Percolate.sequential
import percolate.Percolate.zeros
import percolate.Shape
import percolate.Tensor

private class Twice : Custom() {
    val scale = parameter(2)

    override fun forward(x: Tensor) = x * scale
}

private class Gate : Custom() {
    val a = parameter(zeros(8))
    val inner = sequential(input(8), dense(8).relu())

    override fun forward(vararg x: Tensor): Tensor {
        val g = a.sigmoid()
        return g * inner(x[0]) + (1 - g) * x[1]
    }
}

private class MyLstm : Cell(4, 4) {
    val w = parameter(randn(7, 16))

    override fun next(
        x: Tensor,
        states: List<Tensor>,
    ): List<Tensor> {
        val z = concat(1, x, states[0]).mm(w)
        val c = z.slice(1, 0, 4).sigmoid() * states[1] + z.slice(1, 4, 8).sigmoid() * z.slice(1, 12, 16).tanh()
        return listOf(z.slice(1, 8, 12).sigmoid() * c.tanh(), c)
    }
}

class KotlinModelsTest {
    @Test
    fun `a model is called as a function`() {
        val net = sequential(input(2), Twice(), dense(1))
        assertThat(net(zeros(3, 2)).shape()).isEqualTo(Shape.of(3, 1))
        assertThat(Twice()(ones(1, 2)).isClose(2, 0)).isTrue()
        assertThat(net.apply { parameterCount() }).isSameAs(net)
    }

    @Test
    fun `nodes take functions and operators`() {
        val image = input(3)
        val net = model(image, image.then { it * 2 } + image, image.then(Tensor::tanh), image * image)
        assertThat(net(ones(1, 3)).isClose(3, 0)).isTrue()
        assertThat(sequential(input(3), lambda { it.tanh() })(zeros(1, 3)).isClose(0, 0)).isTrue()
    }

    @Test
    fun `layers and cells of one's own are trained`() {
        val p = input(8)
        val q = input(8)
        val net = model(listOf(p, q), p.then(Gate(), q).then(dense(1)))
        assertThat(net.weights()).containsKeys("gate1.a", "gate1.inner.dense1.weight")
        val rnn = sequential(input(TIME, 3), recurrent(MyLstm()).returnSequences())
        assertThat(rnn(randn(2, 5, 3)).shape()).isEqualTo(Shape.of(2, 5, 4))
    }

    @Test
    fun `a loss is a trailing lambda`() {
        val x = randn(32, 2)
        val run =
            sequential(input(2), dense(1))
                .train(dataset(x, x.sum(1).reshape(32, 1)))
                .loss { p, y -> (p - y).abs().mean() }
                .optimizer(adam(0.05))
                .epochs(20)
                .seed(1)
                .quiet()
                .fit()
        assertThat(run.loss()).isLessThan(run.series("loss")[0])
    }
}
