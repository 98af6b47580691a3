package percolate.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import percolate.Percolate.digits
import percolate.Percolate.flip
import percolate.Percolate.iris
import percolate.Percolate.pad
import percolate.Percolate.shapes
import percolate.Percolate.text

class KotlinDataTest {
    @Test
    fun `batches, splits and episodes destructure`() {
        val (train, validation, test) = iris().split(0.6, 0.2, 42)
        assertThat(listOf(train.size(), validation.size(), test.size())).containsExactly(90, 30, 30)
        for ((x, y) in train.batches(45)) {
            assertThat(x.size(0)).isEqualTo(45)
            assertThat(y.size()).isEqualTo(45)
        }
        val (support, query) = digits().episodes(5, 1, 15, 42).first()
        assertThat(support.size()).isEqualTo(5)
        assertThat(query.size()).isEqualTo(75)
    }

    @Test
    fun `changes of data are trailing lambdas`() {
        val wide = iris().mapX { it * 2 }
        assertThat(wide.x().get(0, 0).item()).isEqualTo(2 * 5.1f)
        assertThat(wide.filter { it.y().item() > 0 }.size()).isEqualTo(100)
        assertThat(
            wide
                .map { it.withY(it.y() + 1) }
                .y()
                .max()
                .toInt(),
        ).isEqualTo(3)
        assertThat(iris().folds(5, 1).map { (train) -> train.size() }).containsOnly(120)
        val seen =
            shapes(4, 1)
                .side(16)
                .split(0.5, 1)
                .each { it.resize(8, 8) }
                .augment(pad(1), flip())
        assertThat(seen.train().x().size(3)).isEqualTo(10)
        assertThat(text("abcabc").window(2).vocabulary().words()).containsExactly("a", "b", "c")
    }
}
