package percolate.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import percolate.Percolate.adam
import percolate.Percolate.crossEntropy
import percolate.Percolate.dataset
import percolate.Percolate.dense
import percolate.Percolate.huber
import percolate.Percolate.input
import percolate.Percolate.metric
import percolate.Percolate.model
import percolate.Percolate.mse
import percolate.Percolate.randint
import percolate.Percolate.randn
import percolate.Percolate.sequential

class KotlinTrainingsTest {
    @Test
    fun `an objective is a trailing lambda`() {
        val encoder = sequential(input(3), dense(2))
        val decoder = sequential(input(2), dense(3))
        val run =
            encoder
                .train(dataset(randn(20, 3)))
                .objective { batch -> mse().of(decoder(encoder(batch.x())), batch.x()) }
                .with(decoder)
                .optimizer(adam(0.05))
                .epochs(20)
                .quiet()
                .fit()
        assertThat(run.loss()).isLessThan(run.series("loss")[0])
    }

    @Test
    fun `a metric of one's own is a trailing lambda`() {
        val x = input(3)
        val net = model(x, x.then(dense(4).named("kind")), x.then(dense(2).named("box")))
        val run =
            net
                .train(dataset(randn(9, 3), listOf(randint(0, 4, 9), randn(9, 2))))
                .losses(crossEntropy().at("kind"), huber().times(5).at("box"))
                .metrics(metric("far") { p, y -> (p - y).abs().max() }.at("box"))
                .epochs(1)
                .quiet()
                .fit()
        assertThat(run.metrics()).containsExactly("kind_loss", "box_loss", "box_far")
    }
}
