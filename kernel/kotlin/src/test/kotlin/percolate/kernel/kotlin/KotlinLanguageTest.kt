package percolate.kernel.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AutoClose
import org.junit.jupiter.api.Test
import percolate.kernel.api.MagicRunner
import percolate.kernel.api.Magics
import percolate.kernel.api.MimeBundle
import percolate.kernel.language.Evaluation
import java.io.ByteArrayOutputStream
import java.io.PrintStream
import java.util.concurrent.Callable
import java.util.concurrent.CompletableFuture
import java.util.concurrent.TimeUnit

class KotlinLanguageTest {
    @Test
    fun `Unit is no value to show`() {
        cells.nothing("try { 1 / 0 } catch (e: ArithmeticException) { println(\"c\") }")
        cells.nothing("val done: Any = Unit")
        cells.nothing("done")
    }

    @Test
    fun `a cell's value is that of its last expression`() {
        assertThat(cells.value("val a = 2\nval b = 3\na * b")).isEqualTo(6)
        assertThat(cells.value("null")).isNull()
        assertThat(cells.value("\"a\" + 3;")).isEqualTo("a3")
    }

    @Test
    fun `a value is the live object`() {
        val list = cells.value("val live = mutableListOf<String>(); live") as List<*>
        cells.value("live.add(\"later\")")
        assertThat(list.toString()).isEqualTo("[later]")
    }

    @Test
    fun `declarations, assignments and calls that return Unit show nothing`() {
        cells.nothing("var x = 3")
        cells.nothing("x = 4")
        cells.nothing("fun quiet() {}")
        cells.nothing("quiet()")
        cells.nothing("class Nothing1")
        cells.nothing("for (i in 0..1) { x += i }")
        cells.nothing("if (x > 0) { x = 1 }")
        cells.nothing("import java.time.*")
        cells.nothing("// a comment")
        cells.nothing("")
    }

    @Test
    fun `what has been shown or printed is not shown again`() {
        cells.nothing("display(3)")
        cells.nothing("DISPLAY(3)")
        cells.nothing("System.out.printf(\"%d%n\", 3)")
    }

    @Test
    fun `println writes to standard output as it is now`() {
        val standard = System.out
        val captured = ByteArrayOutputStream()
        System.setOut(PrintStream(captured, true, Charsets.UTF_8))
        try {
            cells.nothing("println(\"hello\"); print(3)")
        } finally {
            System.setOut(standard)
        }
        assertThat(captured.toString(Charsets.UTF_8)).isEqualTo("hello" + System.lineSeparator() + "3")
    }

    @Test
    fun `classes, functions and extensions of one cell serve the next`() {
        cells.nothing("data class Point(val x: Int, val y: Int)\nfun Point.sum() = x + y\nenum class Side { LEFT, RIGHT }")
        cells.nothing("object Origin { val point = Point(0, 0) }\ninterface Named { fun name() = \"n\" }\nclass Thing : Named")
        assertThat(cells.value("Point(3, 4).copy(y = 5).sum()")).isEqualTo(8)
        assertThat(cells.value("Origin.point.x + Side.values().size")).isEqualTo(2)
        assertThat(cells.value("Thing().name()")).isEqualTo("n")
        assertThat(cells.value("val (p, q) = Point(1, 2); p to q").toString()).isEqualTo("(1, 2)")
    }

    @Test
    fun `a name may be declared anew, with another type`() {
        cells.nothing("val again = 1\nfun twice(n: Int) = 2 * n\nclass Shape(val sides: Int)\nval old = Shape(3)")
        cells.nothing("val again = \"one\"\nfun twice(n: Int) = n + n + 1\nclass Shape(val sides: String)")
        assertThat(cells.value("again")).isEqualTo("one")
        assertThat(cells.value("twice(2)")).isEqualTo(5)
        assertThat(cells.value("Shape(\"four\").sides")).isEqualTo("four")
        assertThat(cells.value("old.sides")).isEqualTo(3)
    }

    @Test
    fun `lambdas see what changes later`() {
        cells.nothing("var counter = 0\nval next = { ++counter }")
        cells.value("next()")
        assertThat(cells.value("next() + counter")).isEqualTo(4)
    }

    @Test
    fun `variables stay when a later statement throws, and the rest does not run`() {
        cells.failure("val before = 1\nvar zero = before / 0\nval after = 2")
        assertThat(cells.value("before")).isEqualTo(1)
        assertThat(cells.value("after")).isEqualTo(0)
    }

    @Test
    fun `values are there under their cell's number`() {
        val number = cells.count + 1
        cells.value("40 + 2")
        assertThat(cells.value("Out[$number]")).isEqualTo(42)
    }

    @Test
    fun `the words of other Kotlin notebooks make what a front end shows`() {
        assertThat((cells.value("HTML(\"<b>x</b>\")") as MimeBundle).data()).containsEntry("text/html", "<b>x</b>")
        assertThat((cells.value("MIME(\"text/plain\" to \"x\", \"text/latex\" to \"y\")") as MimeBundle).data())
            .containsEntry("text/latex", "y")
    }

    @Test
    fun `imports of a session serve the next cell, and one that does not exist does no harm`() {
        cells.language.imports(listOf("java.time.Duration", "no.such.Thing", "static java.lang.Math.*"))
        assertThat(cells.value("Duration.ofSeconds(3).toMillis() + floorMod(-1, 3)")).isEqualTo(3002L)
    }

    @Test
    fun `an import of java's collections leaves Kotlin's their names, in its cell and in later ones`() {
        assertThat(cells.value("import java.util.*\nval numbers: List<Int> = listOf(1, 2); Date(0).time + numbers.size")).isEqualTo(2L)
        assertThat(cells.value("val more: Map<String, Set<Int>> = mapOf(\"a\" to setOf(1)); more.size")).isEqualTo(1)
        cells.language.imports(listOf("java.util.*"))
        assertThat(cells.value("val again: Collection<Int> = listOf(1); again.size")).isEqualTo(1)
        assertThat(cells.value("import java.util.*\nimport kotlin.collections.List\nval own: List<Int> = listOf(1); own.size")).isEqualTo(1)
    }

    @Test
    fun `a cell runs on the calling thread, whose context loader is the cells' meanwhile`() {
        val before = Thread.currentThread().contextClassLoader
        assertThat(cells.value("Thread.currentThread()")).isSameAs(Thread.currentThread())
        assertThat(cells.value("Thread.currentThread().contextClassLoader.name")).isEqualTo("cells")
        cells.failure("1 / 0")
        assertThat(Thread.currentThread().contextClassLoader).isSameAs(before)
    }

    @Test
    fun `cells do not see the kernel's libraries, nor the compiler`() {
        listOf("org.zeromq.ZContext", "org.objectweb.asm.ClassWriter", "org.jetbrains.kotlin.psi.KtFile", KotlinLanguage::class.java.name)
            .forEach { assertThat(cells.failure("Class.forName(\"$it\")").name()).isEqualTo("ClassNotFoundException") }
        assertThat(cells.failure("org.zeromq.ZContext()").message()).contains("Unresolved reference")
    }

    @Test
    fun `Kotlin's library is one for cells and kernel`() {
        assertThat(cells.value("1 to 2")).isEqualTo(1 to 2)
        assertThat(cells.value("listOf(1)::class.java.classLoader")).isSameAs(listOf(1).javaClass.classLoader)
    }

    @Test
    fun `a cell of another shell runs while one runs, and sees its variables`() {
        cells.nothing("val gate = java.util.concurrent.CountDownLatch(1)")
        val waits = CompletableFuture.supplyAsync { cells.run("val early = 7\ngate.await()\nearly + 1") }
        while (cells.run("early") !is Evaluation.Value) Thread.sleep(20)
        assertThat(cells.value("early")).isEqualTo(7)
        cells.nothing("gate.countDown()")
        assertThat(waits.get(60, TimeUnit.SECONDS)).isEqualTo(Evaluation.Value(8))
    }

    @Test
    fun `a reset forgets what cells have declared, and imports stay`() {
        Cells().use {
            it.language.imports(listOf("java.time.*"))
            it.nothing("val kept = 1")
            it.language.reset()
            assertThat(it.failure("kept").message()).contains("Unresolved reference")
            assertThat(it.value("LocalDate.of(2024, 1, 1).isLeapYear")).isEqualTo(true)
        }
    }

    @Test
    fun `code to be measured keeps its lines and is handed over as a function`() {
        assertThat(cells.failure(cells.language.timed("\nnobody")).message()).contains("line 2,")
    }

    @Test
    fun `what code to be measured comes to is handed over, whatever its last statement is`() {
        cells.nothing("var counted = 0")
        val measured = mutableListOf<Any?>()
        Magics.connect(
            object : MagicRunner {
                override fun line(magic: String) = null

                override fun cell(
                    name: String,
                    arguments: List<String>,
                    body: String,
                ) = null

                override fun timed(work: Callable<*>) {
                    measured.add(work.call())
                }
            },
        )
        for (code in listOf("1 + 2", "counted = 5", "val local = 3", "if (counted > 9) println()", "counted + 1 // so")) {
            cells.run(cells.language.timed(code))
        }
        assertThat(measured).containsExactly(3, Unit, Unit, Unit, 6)
    }

    @Test
    fun `it says what it is`() {
        val info = cells.language.info()
        assertThat(info.name()).isEqualTo("kotlin")
        assertThat(info.version()).startsWith("2.")
        assertThat(info.fileExtension()).isEqualTo(".kt")
        assertThat(info.mimeType()).isEqualTo("text/x-kotlin")
    }

    @Test
    fun `assert holds`() {
        assertThat(cells.value("assert(1 < 2) { \"no\" }; 5")).isEqualTo(5)
        assertThat(cells.failure("assert(1 > 2) { \"no ${1 + 2}\" }").message()).contains("no 3")
    }

    private companion object {
        @AutoClose
        @JvmField
        val cells = Cells()
    }
}
