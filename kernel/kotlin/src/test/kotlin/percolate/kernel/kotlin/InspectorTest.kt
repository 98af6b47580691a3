package percolate.kernel.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AutoClose
import org.junit.jupiter.api.BeforeAll
import org.junit.jupiter.api.Test

class InspectorTest {
    @Test
    fun `a variable's type is told`() {
        assertThat(at("numb|ers")).isEqualTo("val numbers: List<Int>, 2 elements")
        assertThat(at("val z| = 3L")).isEqualTo("val z: Long")
    }

    @Test
    fun `a variable's value is told as it is now, but not that of one that is only computed or about to be declared`() {
        cells.nothing("var counter = 4\nval name = \"x\"\nval computed: Int get() = error(\"nobody asks\")")
        assertThat(at("coun|ter + 1")).isEqualTo("var counter: Int = 4")
        cells.nothing("counter = 5")
        assertThat(at("coun|ter")).isEqualTo("var counter: Int = 5")
        assertThat(at("nam|e")).isEqualTo("val name: String = \"x\"")
        assertThat(at("compu|ted")).isEqualTo("val computed: Int")
        assertThat(at("val coun|ter = 7")).isEqualTo("val counter: Int")
    }

    @Test
    fun `a class is told, not its companion, and a constructor by its class`() {
        assertThat(at("Strin|g").lines().first()).startsWith("class String")
        assertThat(at("Int|").lines().first()).startsWith("class Int")
        assertThat(at("ArrayList<Int>|()").lines().first()).startsWith("constructor ArrayList<E>(")
        assertThat(at("Array|List<Int>()").lines().first()).startsWith("constructor ArrayList<E>(")
    }

    @Test
    fun `the name before the cursor counts, also at the end of the code`() {
        assertThat(at("numbers|")).isEqualTo("val numbers: List<Int>, 2 elements")
        assertThat(at("|numbers")).isEqualTo("val numbers: List<Int>, 2 elements")
    }

    @Test
    fun `a function of a cell is told with its comment`() {
        assertThat(at("half|(3)")).isEqualTo("fun half(n: Int, exact: Boolean = …): Int\n\nHalf of it.\n\n@param n any number")
    }

    @Test
    fun `among a call's brackets the function is told`() {
        assertThat(at("half(|")).startsWith("fun half(")
        assertThat(at("half(3, |)")).startsWith("fun half(")
    }

    @Test
    fun `members tell their class, library functions their package`() {
        assertThat(at("Box(1).content|")).isEqualTo("val content: Int\n\nin Box")
        assertThat(
            at("numbers.ma|p { it }"),
        ).isEqualTo("inline fun <T, R> Iterable<T>.map(transform: (T) -> R): List<R>\n\nin kotlin.collections")
        assertThat(at("java.util.Date|()")).contains("constructor Date()", "\n\nin java.util")
    }

    @Test
    fun `all overloads are told while the arguments are open`() {
        assertThat(at("Math.max|").lines()).contains("fun max(Int, Int): Int", "fun max(Double, Double): Double")
    }

    @Test
    fun `what a library says of its own is told, as text and as HTML`() {
        assertThat(at("display|(3)"))
            .isEqualTo("fun display(value: Any): DisplayHandle\n\nin percolate.kernel.api.Display\n\nShows a value through its renderer.")
        assertThat(cells.language.inspect("display(3)", 3, false).forms()["text/html"])
            .startsWith("<pre><b>fun display(value: Any): DisplayHandle")
            .contains("<p>Shows a value")
    }

    @Test
    fun `the JDK's documentation is told, or why there is none`() {
        val words =
            listOf("\"a\".length", "listOf(1).size", "Math.max(1, 2)", "java.util.Random(3)", "StringBuilder().append(3)").map {
                val cursor = it.lastIndexOf('.') + 2
                cells.language
                    .inspect(it, cursor, true)
                    .forms()["text/plain"]
                    .orEmpty()
            }
        assertThat(words).allMatch {
            it.contains("eturns ") || it.contains("Creates a new") || it.contains("Appends ") ||
                it.contains("This JDK comes without its sources")
        }
        assertThat(words.first()).startsWith("val length: Int\n\nin kotlin.String\n\n")
    }

    @Test
    fun `types from Java have no marks for what is unknown of them`() {
        assertThat(at("System.getProperty|(\"a\")")).startsWith("fun getProperty(String): String\n")
        assertThat(at("java.util.List.of|(1, 2)")).startsWith("fun <E> of(E, E): List<E>")
        assertThat(at("val home| = System.getProperty(\"a\")")).isEqualTo("val home: String")
    }

    @Test
    fun `the same is there as markdown`() {
        assertThat(cells.language.inspect("numbers", 3, false).forms()["text/markdown"])
            .isEqualTo("```kotlin\nval numbers: List<Int>, 2 elements\n```")
    }

    @Test
    fun `what is not known has no words`() {
        assertThat(cells.language.inspect("unknown", 3, false).found()).isFalse()
        assertThat(cells.language.inspect("", 0, false).found()).isFalse()
        assertThat(cells.language.inspect("1 + 1", 99, true).found()).isFalse()
    }

    /** @param code with a bar at the cursor */
    private fun at(code: String) =
        cells.language
            .inspect(code.replace("|", ""), code.indexOf('|'), false)
            .forms()["text/plain"]
            .orEmpty()

    private companion object {
        @AutoClose
        @JvmField
        val cells = Cells()

        @BeforeAll
        @JvmStatic
        fun declare() {
            cells.nothing("val numbers = listOf(1, 2)\nclass Box(val content: Int)")
            cells.nothing("/** Half of it.\n *\n * @param n any number\n */\nfun half(n: Int, exact: Boolean = true): Int = n / 2")
        }
    }
}
