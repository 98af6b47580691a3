package percolate.kernel.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AutoClose
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.DynamicTest.dynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory
import percolate.kernel.client.Mistake

/** The words that learners get for the mistakes in `mistakes.md`, one after the other in one session. */
class MistakesTest {
    @Test
    fun `the corpus has more than a hundred mistakes`() {
        assertThat(corpus).hasSizeGreaterThan(100)
        assertThat(corpus.map { it.title() }).doesNotHaveDuplicates()
    }

    @TestFactory
    fun `a learner reads`(): List<DynamicTest> = corpus.map { dynamicTest(it.title()) { check(it) } }

    /** The cells of each mistake are counted from 1. */
    private fun check(mistake: Mistake) =
        mistake.cells().forEachIndexed { i, cell ->
            assertThat(cell.language()).isEqualTo("kotlin")
            assertThat(Mistake.shown { cells.runAs(i + 1, cell.code()) }).describedAs(cell.code()).isEqualTo(cell.words())
        }

    private companion object {
        val corpus: List<Mistake> = Mistake.of(MistakesTest::class.java, "mistakes.md")

        @AutoClose
        @JvmField
        val cells = Cells()
    }
}
