package percolate.kernel.kotlin

import percolate.kernel.language.CellFrames
import java.util.Optional

/** The frames of Kotlin cells, whose file names are those of the texts that were compiled. */
internal class KotlinFrames(
    private val sources: Sources,
) : CellFrames {
    override fun place(frame: StackTraceElement): Optional<CellFrames.Place> =
        Optional
            .ofNullable(sources.cell(frame.fileName))
            .filter { frame.lineNumber > 0 }
            .map { CellFrames.Place(it, sources.inlined.line(frame), function(frame)) }

    /** `area` of the class `Shape` is `Shape.area`; code outside any function has no name. */
    private fun function(frame: StackTraceElement): String {
        val type = frame.className.substringAfter('$', "").substringAfterLast('$')
        val method = frame.methodName.substringBefore('$')
        return when {
            LAMBDA in frame.methodName || (method == "invoke" && type.all(Char::isDigit)) -> "a lambda"
            method in CONSTRUCTORS && type.isEmpty() -> ""
            type.isEmpty() -> method
            method in CONSTRUCTORS -> type
            else -> "$type.$method"
        }
    }

    /** Code of the compiler's has no line, or only hands a call on. */
    override fun isBridge(
        trace: List<StackTraceElement>,
        at: Int,
    ): Boolean {
        val frame = trace[at]
        return (sources.cell(frame.fileName) != null && frame.lineNumber <= 0) || frame.methodName.startsWith("access$") ||
            frame.methodName.endsWith("\$default")
    }

    override fun isMachinery(frame: StackTraceElement) = frame.className.startsWith("kotlin.jvm.internal.")

    /** Functions outside of classes are methods of a class that nobody wrote, named like `FilesKt`. */
    override fun library(className: String) = className.replace(FILE_CLASS, "")

    override fun plain(words: String) = withoutCells(words)

    private companion object {
        val CONSTRUCTORS = setOf("<init>", "<clinit>")
        val FILE_CLASS = Regex("""\.\w+Kt$""")
        const val LAMBDA = "\$lambda"
    }
}
