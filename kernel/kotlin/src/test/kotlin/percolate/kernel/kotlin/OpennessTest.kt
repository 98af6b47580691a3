package percolate.kernel.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AutoClose
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.ValueSource
import percolate.kernel.language.Completeness
import percolate.kernel.language.Completeness.Status

class OpennessTest {
    @ParameterizedTest
    @ValueSource(
        strings = [
            "1 + 1",
            "",
            "fun f() = 1",
            "val s = \"{\"",
            "listOf(1)\n    .map { it }",
            "/* c */ // d",
            "unknown(3)",
            "val t = \"\"\"a\"\"\"",
        ],
    )
    fun `a whole cell is complete`(code: String) {
        assertThat(cells.language.completeness(code).status()).isEqualTo(Status.COMPLETE)
    }

    @ParameterizedTest
    @ValueSource(strings = ["val x =", "if (x)", "1 +", "\"\"\"abc", "/* open", "try { 1 }"])
    fun `what goes on is incomplete`(code: String) {
        assertThat(cells.language.completeness(code)).isEqualTo(Completeness(Status.INCOMPLETE, ""))
    }

    @ParameterizedTest
    @ValueSource(strings = ["fun f(x: Int) {", "foo(1,", "listOf(1).map { x ->", "class A {\n    fun f() { }"])
    fun `what is open is incomplete and indented`(code: String) {
        assertThat(cells.language.completeness(code)).isEqualTo(Completeness(Status.INCOMPLETE, "    "))
    }

    @ParameterizedTest
    @ValueSource(strings = [")", "\"abc", "class A { } }", "int x = 5", "val val"])
    fun `what cannot become a cell is invalid`(code: String) {
        assertThat(cells.language.completeness(code).status()).isEqualTo(Status.INVALID)
    }

    private companion object {
        @AutoClose
        @JvmField
        val cells = Cells()
    }
}
