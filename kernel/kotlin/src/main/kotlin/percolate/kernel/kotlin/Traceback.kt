package percolate.kernel.kotlin

import percolate.kernel.language.Evaluation.Failure
import percolate.kernel.language.Evaluation.Interrupted
import percolate.kernel.language.Frames
import java.util.Collections
import java.util.IdentityHashMap

/** Writes an exception of a cell: its message, then the places in cells it passed through, then its causes. */
internal class Traceback(
    private val sources: Sources,
) {
    fun failure(thrown: Throwable): Failure {
        val seen = Collections.newSetFromMap(IdentityHashMap<Throwable, Boolean>())
        val chain = generateSequence(thrown) { it.cause }.takeWhile(seen::add).toList()
        val lines = chain.flatMapIndexed { i, it -> listOf((if (i == 0) "" else "Caused by: ") + title(it)) + frames(it) }
        return Failure(name(thrown), message(thrown), lines)
    }

    /** Where a cell was stopped. */
    fun interrupted(thrown: Throwable?): Interrupted {
        val place = thrown?.stackTrace?.firstOrNull(::isCell)?.let { " " + describe(it) }
        return Interrupted(listOf("Interrupted" + (place ?: "")))
    }

    /** The cells' frames, each with the library call it was in; what lies between is left out. */
    private fun frames(thrown: Throwable): List<String> {
        val trace = thrown.stackTrace.filterNot(::isBridge)
        val lines = ArrayList<String>()
        trace.forEachIndexed { i, frame ->
            if (isCell(frame)) {
                lines.add("    " + describe(frame))
            } else if (i + 1 < trace.size && isCell(trace[i + 1]) && !isMachinery(frame)) {
                lines.add("    at $frame")
            }
        }
        return Frames.shortened(lines)
    }

    private fun describe(frame: StackTraceElement): String {
        val cell = sources.cell(frame.fileName)!!
        val function = function(frame)
        return "at cell ${cell.number}, line ${frame.lineNumber}" + (if (function.isEmpty()) "" else ", in $function") +
            ":  " + cell.line(frame.lineNumber).trim()
    }

    /** `area` of the class `Shape` is `Shape.area`; code outside any function has no name. */
    private fun function(frame: StackTraceElement): String {
        val type = frame.className.substringAfter('$', "").substringAfterLast('$')
        val method = frame.methodName.substringBefore('$')
        return when {
            LAMBDA in frame.methodName || (method == "invoke" && type.all(Char::isDigit)) -> "a lambda"
            method == CONSTRUCTOR && type.isEmpty() -> ""
            type.isEmpty() -> method
            method == CONSTRUCTOR -> type
            else -> "$type.$method"
        }
    }

    private fun isCell(frame: StackTraceElement) = sources.cell(frame.fileName) != null && frame.lineNumber > 0

    /** Code that the compiler and the kernel add, which has no line or only hands a call on. */
    private fun isBridge(frame: StackTraceElement) =
        (sources.cell(frame.fileName) != null && frame.lineNumber <= 0) || frame.methodName.startsWith("access$") ||
            frame.methodName.endsWith("\$default")

    private fun isMachinery(frame: StackTraceElement) = MACHINERY.any(frame.className::startsWith)

    companion object {
        private const val CONSTRUCTOR = "<init>"
        private const val LAMBDA = "\$lambda"
        private val MACHINERY =
            listOf("percolate.kernel.kotlin.", "percolate.kernel.cells.", "jdk.internal.", "java.lang.reflect.", "java.lang.invoke.")

        private fun title(thrown: Throwable) = listOf(name(thrown), message(thrown)).filter { it.isNotEmpty() }.joinToString(": ")

        private fun name(thrown: Throwable) =
            thrown.javaClass.name
                .substringAfterLast('.')
                .substringAfterLast('$')

        /** What it says; an exception whose words fail has none. */
        private fun message(thrown: Throwable): String =
            try {
                withoutCells(thrown.message ?: unsaid(thrown))
            } catch (_: Exception) {
                ""
            }

        /** Words for those that Kotlin throws without any. */
        private fun unsaid(thrown: Throwable) =
            when (thrown) {
                is NullPointerException -> "what stands before !! is null"
                is StackOverflowError -> "functions call each other without end"
                else -> ""
            }
    }
}
