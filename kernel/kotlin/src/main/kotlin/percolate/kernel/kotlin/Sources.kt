package percolate.kernel.kotlin

import percolate.kernel.language.Cell
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.atomic.AtomicInteger
import kotlin.script.experimental.api.SourceCode
import kotlin.script.experimental.host.toScriptSource

/** Gives each text that is compiled a name of its own, which traces show as the file, and knows the cell it came from. */
internal class Sources {
    private val cells = ConcurrentHashMap<String, Cell>()
    private val count = AtomicInteger()
    val inlined = InlinedLines()

    /** @param text the cell's text, or one whose lines are those of the cell */
    fun of(
        cell: Cell,
        text: String = cell.text,
    ): SourceCode = unnamed(text).also { cells[it.name!!] = cell }

    /** A text that is looked at, not run. */
    fun unnamed(text: String): SourceCode = text.toScriptSource("Cell_${count.incrementAndGet()}$ENDING")

    /** The cell that is compiled under this file name, null if it is none of ours. */
    fun cell(file: String?): Cell? = file?.let(cells::get)

    companion object {
        const val ENDING = ".kts"
    }
}

private val WRAPPER = Regex("""\bCell_\d+[$.]|\b(javacell_\w+\.)?Cell\.(?=[A-Z])""")

private val PRINTED = Regex("""\bCell_\d+\$(?=\w)""")

/** The same for what a program prints, which may speak of cells in its own words. */
internal fun printed(text: String) = if ("Cell_" in text) text.replace(PRINTED, "") else text

/** Words in which a class of a cell has the name that the cell gave it. */
internal fun withoutCells(words: String) = words.replace(WRAPPER, "")

private val PLATFORM = Regex("""(?<=[\w>])!(?=[\s,)<>=]|$)|\(Mutable\)|\(out\) """)

/** Words in which types from Java have no marks for what Kotlin does not know of them: `String!` is `String`. */
internal fun plainTypes(words: String) = words.replace(PLATFORM, "")
