package percolate.kernel.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AutoClose
import org.junit.jupiter.api.Test
import org.junit.jupiter.params.ParameterizedTest
import org.junit.jupiter.params.provider.CsvSource

class CompilationErrorsTest {
    @Test
    fun `an error names cell, line and column, and marks its place`() {
        val failed = cells.failure("val a = 1\nval b: Int = a + undefinedName")
        val place = "cell ${cells.count}, line 2, column 18"
        assertThat(failed.name()).isEqualTo("CompilationError")
        assertThat(failed.message()).isEqualTo("$place: Unresolved reference: undefinedName")
        assertThat(failed.traceback())
            .containsExactly(
                "$place: Unresolved reference: undefinedName",
                "    val b: Int = a + undefinedName",
                "                     ^",
            )
    }

    @Test
    fun `several errors are told, and no more than a reader follows`() {
        val failed = cells.failure((1..8).joinToString("\n") { "undefined$it" })
        assertThat(failed.traceback().count { "Unresolved reference" in it }).isEqualTo(5)
        assertThat(failed.traceback().last()).isEqualTo("… and 3 more")
    }

    @Test
    fun `what does not parse is told once for each line`() {
        val failed = cells.failure("val d = new java.util.Date()\nint x = 5")
        assertThat(failed.traceback().filter { "Expecting" in it }).hasSize(2)
    }

    @Test
    fun `places stay true beside an import that is made longer`() {
        assertThat(
            cells.failure("import java.util.*\n\nval x: Strng = 3").message(),
        ).contains("line 3, column 8: Unresolved reference: Strng")
    }

    @Test
    fun `classes of cells have the names that cells gave them, and candidates are few`() {
        cells.nothing("class Own")
        assertThat(cells.failure("val x: Int = Own()").message()).endsWith("Type mismatch: inferred type is Own but Int was expected")
        assertThat(cells.failure("1 + \"a\"").message())
            .endsWith("supplied: fun plus(other: Byte): Int, fun plus(other: Double): Double, fun plus(other: Float): Float, …")
    }

    @Test
    fun `a cell that is too long says so, and the cells after it find those before it`() {
        cells.nothing("val beforeLong = 3")
        val long = (1..100).joinToString("\n") { "val text$it = listOf(${(1..80).joinToString()})" }
        assertThat(cells.failure(long).message()).contains("longer than the JVM allows one method to be; split it")
        cells.nothing("val afterLong = beforeLong + 1")
        assertThat(cells.value("beforeLong + afterLong")).isEqualTo(7)
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '#',
        quoteCharacter = '~',
        value = [
            "int x = 5 # a variable is written val x = …, or var if it is to change",
            "final String s = \"a\"; # a variable is written val s = …, or var if it is to change",
            "val d = new java.util.Date() # Kotlin has no new: write java.util.Date(…)",
            "val xs = new int[3] # an array is made with IntArray(3) or arrayOf(…)",
            "for (int i = 0; i < 10; i++) { } # a loop that counts is written for (i in 0 until 10)",
            "for (String s : names) println(s) # a loop is written for (s in names)",
            "numbers.map(x -> x + 1) # a lambda stands in braces: { x -> x + 1 }",
            "switch (3) { case 1: break; } # Kotlin's switch is when (x) { 1 -> …; else -> … }",
            "public static void main(String[] args) { } # a function is written fun main(x: Int): Int { … }",
            "fun h(int x) = x # a parameter's type stands after its name: x: Int",
            "val c = true ? 1 : 2 # Kotlin has no ? : but if is an expression: if (a) b else c",
            "val c = {1, 2} # a list is made with listOf(1, 2), an array with intArrayOf(1, 2)",
            "if (numbers instanceof List) 1 # Kotlin's instanceof is is: x is String",
            "class A extends B {} # Kotlin's extends is a colon: class A : B()",
            "'abc' # a text stands in double quotes",
            "println \"a\" # arguments stand in parentheses",
            "def f(): # a function is written fun f(x: Int): Int { … }",
            "val t = True # Kotlin writes true, false and null",
            "val one = 1; one = 2 # declare it with var if it is to change",
            "maybe.length # this may be null: ?. gives null then, !!. fails then, and ?: gives another value",
            "val sure: String = maybe # this may be null: ?: gives another value then, !! fails then",
            "val n: Int = null # a type that allows null ends with ?, as in Int?",
            "val f: Float = 0.1 # a Float is written with an f, as in 0.1f",
            "Math.sqrt(2) # a Double is written with a point, as in 2.0; .toDouble() makes one",
            "val n: Int = \"3\" # a text becomes a number with .toInt()",
            "val s: String = 3 # anything becomes a text with .toString(), or within one as \"\$x\"",
            "val o: Object = \"a\" # Kotlin's Object is Any",
            "if (1) 2 # a condition is a comparison, as in x != 0",
            "numbers.add(4) # this cannot be changed: make it with mutableListOf(…) or mutableMapOf(…)",
            "numbers[0] = 4 # this cannot be changed: make it with mutableListOf(…) or mutableMapOf(…)",
            "numbers.length # a text has a length, a collection or array has a size",
            "fun f(x: Int) { return x + 1 } # say what the function returns: fun f(x: Int): Int { … }",
            "fun f(x: Int): Int { x + 1 } # write return before the last expression, or the function as fun f(x: Int) = x + 1",
            "return 3 # a cell's value is that of its last expression: leave return out",
            "val w = when (3) { 1 -> 2 } # add else -> … as the last branch",
            "val v # give it a value, or a type and lateinit: lateinit var x: String",
            "val l = { x -> x + 1 } # give its type: { x: Int -> x + 1 }",
            "const val c = 3 # leave const out",
            "import no.such.Thing # the class path lacks it; %maven group:artifact:version adds a library",
            "sqrt(2.0) # import kotlin.math.* brings it",
            "println(numbers # a bracket that was opened is not closed",
            "numbrs.size # did you mean numbers?",
            "printn(3) # did you mean println?",
            "numbers.frist() # did you mean first?",
        ],
    )
    fun `a habit from elsewhere is answered with Kotlin's way`(
        code: String,
        hint: String,
    ) {
        cells.run("val numbers = listOf(1, 2, 3); val names = listOf(\"a\"); fun some(): String? = null; val maybe = some()")
        assertThat(cells.failure(code).traceback()).describedAs(code).contains("    hint: $hint")
    }

    private companion object {
        @AutoClose
        @JvmField
        val cells = Cells()
    }
}
