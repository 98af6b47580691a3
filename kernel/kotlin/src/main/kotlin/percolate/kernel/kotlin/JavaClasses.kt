package percolate.kernel.kotlin

import org.objectweb.asm.ClassReader
import org.objectweb.asm.ClassWriter
import org.objectweb.asm.Opcodes
import org.objectweb.asm.commons.ClassRemapper
import org.objectweb.asm.commons.Remapper
import percolate.kernel.cells.CellLoader
import percolate.kernel.cells.PublicMembers
import java.nio.file.Files
import java.nio.file.Path

/**
 * The classes of Java's cells as Kotlin's compiler sees them: files, each cell's in a package of its own. JShell has all
 * of them in one package, but the compiler looks only once what a package or a folder holds. What it compiles against
 * these names is given the true ones again before it is loaded.
 */
internal class JavaClasses(
    private val loader: CellLoader,
) : AutoCloseable {
    private val written = HashSet<String>()
    private val root = lazy { Files.createTempDirectory("percolate-java-cells") }

    /** Writes the files of the classes that came since, into a folder of their own; null if there are none. */
    @Synchronized
    fun write(): Path? {
        val files = (loader.classesIn(PACKAGE) + loader.classesIn("")).filter(written::add).mapNotNull { loader.classFile(it).orElse(null) }
        if (files.isEmpty()) return null
        return Files.createTempDirectory(root.value, "cells").also { folder -> files.forEach { write(it, folder) } }
    }

    private fun write(
        bytes: ByteArray,
        folder: Path,
    ) {
        val reader = ClassReader(bytes)
        val writer = ClassWriter(reader, 0)
        reader.accept(PublicMembers(ClassRemapper(writer, Renaming)), 0)
        val file = folder.resolve(Renaming.map(reader.className) + ".class")
        Files.createDirectories(file.parent)
        Files.write(file, writer.toByteArray())
    }

    override fun close() {
        if (root.isInitialized()) root.value.toFile().deleteRecursively()
    }

    companion object {
        private const val PACKAGE = "REPL"
        private val TRUE_NAME = Regex("""REPL/[$]JShell[$](\w+)([$].+)?""")
        private const val PREFIX = "javacell_"
        private val NAME_HERE = Regex("""$PREFIX(\w+)/Cell([$].+)?""")

        /** How Kotlin names a class of a Java cell. */
        fun nameHere(type: Class<*>) = Renaming.map(type.name.replace('.', '/')).replace('/', '.').replace('$', '.')

        /** A class that Kotlin's compiler has made, with the true names of the Java cells' classes. */
        fun withTrueNames(bytes: ByteArray): ByteArray {
            if (PREFIX !in String(bytes, Charsets.ISO_8859_1)) return bytes
            val writer = ClassWriter(0)
            ClassReader(bytes).accept(ClassRemapper(writer, TrueNames), 0)
            return writer.toByteArray()
        }

        private object Renaming : Remapper(Opcodes.ASM9) {
            override fun map(name: String): String =
                TRUE_NAME.matchEntire(name)?.let { "$PREFIX${it.groupValues[1]}/Cell${it.groupValues[2]}" } ?: name
        }

        private object TrueNames : Remapper(Opcodes.ASM9) {
            override fun map(name: String): String =
                NAME_HERE.matchEntire(name)?.let { "REPL/\$JShell\$${it.groupValues[1]}${it.groupValues[2]}" } ?: name
        }
    }
}
