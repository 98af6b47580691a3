package percolate.kernel.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.DynamicTest
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.TestFactory

class SharedValuesTest {
    /** A variable in one language, and an expression that only compiles in the other if it has kept its type. */
    private class Row(
        val declaration: String,
        val use: String,
        val value: Any?,
    )

    @TestFactory
    fun `what Java declares is there in Kotlin under its name and type`() =
        tests(
            listOf(
                Row("int j1 = 3;", "j1.shl(1) + intArrayOf(1, 2)[j1 - 2]", 8),
                Row("long j2 = 1L << 40;", "val copy: Long = j2; copy + 1", (1L shl 40) + 1),
                Row("double j3 = 0.5;", "j3 * 2.0", 1.0),
                Row("boolean j4 = true;", "if (j4) 1 else 2", 1),
                Row("String j5 = \"text\";", "j5.uppercase()", "TEXT"),
                Row("char j6 = 'a';", "j6 + 1", 'b'),
                Row("String j7 = null;", "j7 == null", true),
                Row("int[] j8 = {1, 2, 3};", "j8.sum() + j8.size", 9),
                Row("double[][] j9 = {{1}, {2, 3}};", "j9[1][1]", 3.0),
                Row("String[] j10 = {\"a\", \"b\"};", "j10.joinToString(\"-\")", "a-b"),
                Row("List<String> j11 = List.of(\"a\", \"bc\");", "j11.map { it.length }.sum()", 3),
                Row("Map<String, List<Integer>> j12 = Map.of(\"k\", List.of(4, 5));", "j12[\"k\"]!![1].plus(1)", 6),
                Row("Function<Integer, Integer> j13 = i -> 2 * i;", "j13.apply(4) + 1", 9),
                Row("record Point(int x, int y) { int sum() { return x + y; } }\nvar j14 = new Point(1, 2);", "j14.x() + j14.sum()", 4),
                Row("enum Color { RED, GREEN }\nvar j15 = Color.GREEN;", "j15.ordinal", 1),
                Row("var j16 = new java.math.BigDecimal(\"1.50\");", "j16.scale()", 2),
                Row("var j17 = new ArrayList<Map<String, int[]>>();", "j17.add(mapOf(\"a\" to intArrayOf(7))); j17[0][\"a\"]!![0]", 7),
                Row("Integer j18 = null;", "j18 ?: 5", 5),
                Row("var j19 = new Object() { int k = 4; };", "j19.k", 4),
                Row("var j20 = List.of(1, \"a\");", "j20.size", 2),
                Row("int in = 6;", "`in` + 1", 7),
            ),
            declare = { java(it) },
            use = { kotlin(it) },
        )

    @TestFactory
    fun `what Kotlin declares is there in Java under its name and type`() =
        tests(
            listOf(
                Row("val k1 = 3", "new int[] {5, 6, 7, 8}[k1]", 8),
                Row("val k2 = 1L shl 40", "long copy = k2; copy + 1", (1L shl 40) + 1),
                Row("val k3 = 0.5", "k3 * 2", 1.0),
                Row("val k4 = true", "k4 ? 1 : 2", 1),
                Row("val k5 = \"text\"", "k5.toUpperCase()", "TEXT"),
                Row("val k6 = 'a'", "(char) (k6 + 1)", 'b'),
                Row("val k7: String? = null", "k7 == null", true),
                Row("val k8 = intArrayOf(1, 2, 3)", "Arrays.stream(k8).sum() + k8.length", 9),
                Row("val k9 = arrayOf(doubleArrayOf(1.0), doubleArrayOf(2.0, 3.0))", "k9[1][1]", 3.0),
                Row("val k10 = arrayOf(\"a\", \"b\")", "String.join(\"-\", k10)", "a-b"),
                Row("val k11 = listOf(\"a\", \"bc\")", "k11.stream().mapToInt(String::length).sum()", 3),
                Row("val k12: Map<String, List<Int>> = mapOf(\"k\" to listOf(4, 5))", "k12.get(\"k\").get(1) + 1", 6),
                Row("val k13 = { i: Int -> 2 * i }", "k13.invoke(4) + 1", 9),
                Row(
                    "data class Person(val name: String, var age: Int)\nval k14 = Person(\"Ada\", 36)",
                    "k14.getName() + k14.getAge()",
                    "Ada36",
                ),
                Row("enum class Side { LEFT, RIGHT }\nval k15 = Side.RIGHT", "k15.ordinal() + Side.values().length", 3),
                Row("val k16: Int? = null", "k16 == null ? 5 : k16", 5),
                Row("val k17 = mutableListOf(Person(\"Bob\", 1))", "k17.get(0).getAge()", 1),
                Row(
                    "open class Animal { open fun sound() = \"?\" }\nval k18: Animal = object : Animal() { override fun sound() = \"woof\" }",
                    "k18.sound()",
                    "woof",
                ),
                Row("val k19 = object : Comparable<Int> { override fun compareTo(other: Int) = 1 }", "k19.compareTo(2)", 1),
                Row("val k20 by lazy { 7 }", "k20 + 1", 8),
            ),
            declare = { kotlin(it) },
            use = { java(it) },
        )

    private fun tests(
        rows: List<Row>,
        declare: Notebook.(String) -> Unit,
        use: Notebook.(String) -> Any?,
    ): List<DynamicTest> =
        rows.map { row ->
            DynamicTest.dynamicTest("${row.declaration} / ${row.use}") {
                notebook.declare(row.declaration)
                assertThat(notebook.use(row.use)).isEqualTo(row.value)
            }
        }

    @Test
    fun `an object is the same one on both sides`() {
        notebook.java("var shared = new ArrayList<String>();")
        notebook.kotlin("shared.add(\"from Kotlin\"); val alias = shared")
        assertThat(notebook.java("alias == shared ? shared.get(0) : \"a copy\"")).isEqualTo("from Kotlin")
    }

    @Test
    fun `a session tells its variables with the types that their languages write`() {
        notebook.java("List<String> listed = List.of(); int counted = 1;")
        notebook.kotlin("var named: Map<String, Int?> = mapOf(); val called: (Int) -> String = { \"\" }")
        assertThat(
            notebook.variables(),
        ).contains("listed: List<String>", "counted: int", "named: Map<String, Int?>", "called: (Int) -> String")
    }

    private companion object {
        val notebook = Notebook()

        @AfterAll
        @JvmStatic
        fun close() = notebook.close()
    }
}
