package percolate.kernel.kotlin

import org.objectweb.asm.ClassReader
import org.objectweb.asm.ClassVisitor
import org.objectweb.asm.Opcodes
import java.util.concurrent.ConcurrentHashMap

/**
 * Where library functions were put into cells: their code stands in the cells' classes with line numbers beyond the cell's
 * end, and the class file notes which line of the cell each belongs to (JSR 45, in the part that Kotlin names so).
 */
internal class InlinedLines {
    private class Range(
        val lines: IntRange,
        val line: Int,
    )

    private val ranges = ConcurrentHashMap<String, List<Range>>()

    /** @param bytes a class file of a cell */
    fun learn(bytes: ByteArray) = ClassReader(bytes).accept(Notes(), ClassReader.SKIP_CODE or ClassReader.SKIP_FRAMES)

    /** The line of the cell that a frame is in. */
    fun line(frame: StackTraceElement): Int =
        ranges[frame.className]?.firstOrNull { frame.lineNumber in it.lines }?.line ?: frame.lineNumber

    private inner class Notes : ClassVisitor(Opcodes.ASM9) {
        private var type = ""

        override fun visit(
            version: Int,
            access: Int,
            name: String,
            signature: String?,
            parent: String?,
            interfaces: Array<String>?,
        ) {
            type = name.replace('/', '.')
        }

        override fun visitSource(
            source: String?,
            notes: String?,
        ) {
            val found = notes?.substringAfter(PART, "")?.let { LINE.findAll(it).map(::range).toList() }
            if (!found.isNullOrEmpty()) ranges[type] = found
        }
    }

    private companion object {
        const val PART = "*S KotlinDebug"

        /** `3#1:12,2`: the lines 12 and 13 belong to line 3. */
        val LINE = Regex("""(?m)^(\d+)(?:#\d+)?:(\d+)(?:,(\d+))?$""")

        fun range(found: MatchResult): Range {
            val (line, first, count) = found.destructured
            val from = first.toInt()
            return Range(from until from + (count.toIntOrNull() ?: 1), line.toInt())
        }
    }
}
