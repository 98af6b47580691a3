package percolate.kernel.kotlin

import percolate.kernel.language.Cell

/** One error of the compiler, in our words: where it is, and what it says. */
internal class Complaint(
    val cell: Cell,
    val place: Cell.Place,
    val words: String,
) {
    /** Where the place is in the cell's text. */
    val offset =
        cell.text
            .lineSequence()
            .take(place.line - 1)
            .sumOf { it.length + 1 } + place.column - 1

    /** The name that stands at the place; empty if none does. */
    val name = place.lineText.drop(place.column - 1).takeWhile(Character::isJavaIdentifierPart)

    /** Whether the name is one behind a dot. */
    val isMember = name.isNotEmpty() && cell.text.getOrNull(offset - 1) == '.'

    /** Whether the compiler does not know the name, or knows it only for other things than the one before it. */
    val isUnknown = UNKNOWN.containsMatchIn(words) && name.isNotEmpty()

    private companion object {
        val UNKNOWN = Regex("^(Unresolved reference|nothing of this name)")
    }
}
