package percolate.kernel.kotlin

import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.AutoClose
import org.junit.jupiter.api.Test
import org.junit.jupiter.api.io.TempDir
import java.nio.file.Files
import java.nio.file.Path
import java.util.jar.JarEntry
import java.util.jar.JarOutputStream
import javax.tools.ToolProvider

class LibrariesTest {
    @TempDir
    lateinit var folder: Path

    private val asked = ArrayList<Pair<List<String>, List<String>>>()
    private lateinit var found: List<Path>

    @AutoClose
    private val cells =
        Cells { coordinates, repositories ->
            asked.add(coordinates to repositories)
            if ("no.such:thing:1" in coordinates) throw IllegalStateException("no.such:thing:1 is in no repository; look at its spelling")
            found
        }

    @Test
    fun `a library that a cell depends on is there in the same cell`() {
        found = listOf(jar("extra.Greeter", "public static String greet() { return \"hello\"; }"))
        assertThat(
            cells.value(
                "@file:Repository(\"https://example.org/maven\")\n@file:DependsOn(\"org.example:greeter:1.0\", \"org.example:other:2\")\n" +
                    "extra.Greeter.greet()",
            ),
        ).isEqualTo("hello")
        assertThat(asked).containsExactly(
            listOf("org.example:greeter:1.0", "org.example:other:2") to listOf("https://example.org/maven"),
        )
        assertThat(cells.value("import extra.Greeter\nGreeter.greet().length")).isEqualTo(5)
    }

    @Test
    fun `a jar may be named by its path`() {
        val jar = jar("extra.Local", "public static int three() { return 3; }")
        assertThat(cells.value("@file:DependsOn(\"${jar.toString().replace('\\', '/')}\")\nextra.Local.three()")).isEqualTo(3)
        assertThat(asked).isEmpty()
    }

    @Test
    fun `a jar that another language adds is seen from the next cell on, and completed`() {
        cells.failure("extra.Late.one()")
        cells.language.addToClassPath(listOf(jar("extra.Late", "public static int one() { return 1; }")))
        assertThat(cells.value("extra.Late.one()")).isEqualTo(1)
        assertThat(
            cells.language
                .complete("extra.La", 8)
                .candidates()
                .map { it.text() },
        ).contains("Late")
    }

    @Test
    fun `a cell may use its own version of a library of the kernel`() {
        cells.language.addToClassPath(listOf(jar("org.objectweb.asm.ClassWriter", "public static String version() { return \"mine\"; }")))
        assertThat(cells.value("org.objectweb.asm.ClassWriter.version()")).isEqualTo("mine")
    }

    @Test
    fun `a library that cannot be had is told where it is asked for, and the cell does not run`() {
        val failed = cells.failure("val ran = 1\n@file:DependsOn(\"no.such:thing:1\")")
        assertThat(failed.message()).isEqualTo("cell 1, line 2, column 1: no.such:thing:1 is in no repository; look at its spelling")
        assertThat(cells.failure("ran").message()).contains("Unresolved reference")
    }

    private fun jar(
        type: String,
        member: String,
    ): Path {
        val source = Files.createDirectories(folder.resolve(type)).resolve(type.substringAfterLast('.') + ".java")
        Files.writeString(source, "package ${type.substringBeforeLast('.')}; public class ${type.substringAfterLast('.')} { $member }")
        val status = ToolProvider.getSystemJavaCompiler().run(null, null, null, "-proc:none", "-d", folder.toString(), source.toString())
        assertThat(status).isZero()
        val name = type.replace('.', '/') + ".class"
        return folder.resolve("$type.jar").also { jar ->
            JarOutputStream(Files.newOutputStream(jar)).use {
                it.putNextEntry(JarEntry(name))
                it.write(Files.readAllBytes(folder.resolve(name)))
            }
        }
    }
}
