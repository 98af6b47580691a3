package percolate.kernel.kotlin

import percolate.kernel.language.Cell

/**
 * What the compiler is given of a cell: its text with a few words of ours put in before its first statement, on the same
 * line, so that all lines keep their numbers.
 *
 * @param cell the cell as its writer sees it
 * @param words what is put in
 * @param offset where in the text
 */
internal class Head(
    val cell: Cell,
    private val words: String,
    private val offset: Int,
) {
    private val line = cell.lineAt(offset)
    private val column = cell.place(offset).column()

    /** @param text the cell's text, or one of the same lines that starts alike */
    fun before(text: String) = text.substring(0, offset) + words + text.substring(offset)

    /** Where a position in the text is once the words are in it. */
    fun within(position: Int) = if (position < offset) position else position + words.length

    /** Where a position was before. */
    fun without(position: Int) = if (position < offset + words.length) minOf(position, offset) else position - words.length

    /** A place that the compiler names, in the cell as its writer sees it. */
    fun place(
        line: Int,
        column: Int,
    ): Cell.Place {
        val isShifted = line == this.line && column >= this.column
        val shown = if (isShifted) maxOf(this.column, column - words.length) else column
        return Cell.Place(cell.number, line, shown, cell.line(line))
    }
}
