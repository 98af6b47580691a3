package percolate.kernel.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AfterAll
import org.junit.jupiter.api.Test

class SharedDeclarationsTest {
    @Test
    fun `Kotlin makes records, implements interfaces and extends classes of Java cells`() {
        notebook.java(
            "record Point(int x, int y) {}\ninterface Shape { double area(); }\nabstract class Named { String name; abstract String label(); }",
        )
        notebook.kotlin(
            """
            class Square(val side: Double) : Shape { override fun area() = side * side }
            class Pet : Named() { override fun label() = "pet " + name }
            val square: Shape = Square(3.0)
            val pet = Pet().apply { name = "Rex" }
            """.trimIndent(),
        )
        assertThat(notebook.kotlin("Point(1, 2).y + square.area()")).isEqualTo(11.0)
        assertThat(notebook.java("pet.label() + square.area() + new Square(2).getSide()")).isEqualTo("pet Rex9.02.0")
    }

    @Test
    fun `Java makes data classes, implements interfaces and reads objects of Kotlin cells`() {
        notebook.kotlin(
            "data class User(val name: String, var age: Int)\ninterface Greeter { fun greet(user: User): String }\nobject Config { val depth = 3 }",
        )
        notebook.java(
            "class Polite implements Greeter { public String greet(User user) { return \"Dear \" + user.getName(); } }\nvar polite = new Polite();",
        )
        assertThat(notebook.java("polite.greet(new User(\"Ada\", 36)) + Config.INSTANCE.getDepth()")).isEqualTo("Dear Ada3")
        assertThat(notebook.kotlin("polite.greet(User(\"Bob\", 1))")).isEqualTo("Dear Bob")
    }

    @Test
    fun `methods of Java cells are called from Kotlin, overloads and generics kept`() {
        notebook.java(
            "int twice(int i) { return 2 * i; }\nString twice(String s) { return s + s; }\n<T extends Comparable<T>> T largest(List<T> all) { return Collections.max(all); }",
        )
        assertThat(notebook.kotlin("twice(4).plus(1).toString() + twice(\"a\") + largest(listOf(1, 9, 5)).plus(1)")).isEqualTo("9aa10")
    }

    @Test
    fun `functions of Kotlin cells are called from Java, and see their cell's variables`() {
        notebook.kotlin(
            "var factor = 3\nfun scaled(i: Int) = i * factor\nfun String.loud() = uppercase()\nfun <T : Comparable<T>> smallest(all: List<T>): T = all.min()",
        )
        assertThat(notebook.java("scaled(2) + loud(\"a\") + (smallest(List.of(4, 2)) + 1)")).isEqualTo("6A3")
        notebook.java("factor = 10;")
        assertThat(notebook.java("scaled(2)")).isEqualTo(20)
    }

    @Test
    fun `a type that is declared anew is the new one in the other language too`() {
        notebook.java("record Box(int a) {}\nvar box = new Box(1);")
        assertThat(notebook.kotlin("box.a()")).isEqualTo(1)
        notebook.java("record Box(int a, int b) {}\nvar box = new Box(2, 3);")
        assertThat(notebook.kotlin("box.b() + Box(4, 5).b()")).isEqualTo(8)
        notebook.kotlin("class Tin(val a: Int)\nval tin = Tin(1)")
        assertThat(notebook.java("tin.getA() + new Tin(2).getA()")).isEqualTo(3)
        notebook.kotlin("class Tin(val a: Int, val b: Int)\nval tin = Tin(1, 6)")
        assertThat(notebook.java("tin.getB() + new Tin(2, 3).getB()")).isEqualTo(9)
    }

    @Test
    fun `a method that a cell declares again is the new one in the other language too`() {
        notebook.java("int version() { return 1; }")
        assertThat(notebook.kotlin("version()")).isEqualTo(1)
        notebook.java("int version() { return 2; }")
        assertThat(notebook.kotlin("version()")).isEqualTo(2)
        notebook.kotlin("fun edition() = 1")
        assertThat(notebook.java("edition()")).isEqualTo(1)
        notebook.kotlin("fun edition() = 2")
        assertThat(notebook.java("edition()")).isEqualTo(2)
    }

    @Test
    fun `Java's members that are open to the package are open to Kotlin`() {
        notebook.java("class Counter { int count; void add() { count++; } static int made = 7; }\nvar counter = new Counter();")
        assertThat(notebook.kotlin("counter.add(); counter.count += 4; counter.count + Counter.made")).isEqualTo(12)
    }

    @Test
    fun `what cannot cross is named where a cell uses it`() {
        notebook.kotlin("@JvmInline value class Meters(val value: Double)\nval height = Meters(2.0)")
        notebook.sentences
        notebook.failure("java", "height")
        assertThat(notebook.sentences).isEqualTo(
            "height of cell ${notebook.newest - 1} is a Meters, a value class of Kotlin, which other languages cannot name;" +
                " share what it holds in a variable of its own",
        )
    }

    private companion object {
        val notebook = Notebook()

        @AfterAll
        @JvmStatic
        fun close() = notebook.close()
    }
}
