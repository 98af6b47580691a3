package percolate.kernel.kotlin

import percolate.kernel.language.Cell
import percolate.kernel.language.Spelling

/** Names that exist and look like one that does not. */
internal class Names(
    private val repl: Repl,
    private val suggestions: Suggestions,
) {
    /** For `Unresolved reference: lenght`, what could have been meant there; null if nothing is near. */
    fun hint(
        cell: Cell,
        place: Cell.Place,
        words: String,
    ): String? {
        val name =
            UNRESOLVED
                .find(words)
                ?.groupValues
                ?.get(1) ?: return null
        val offset =
            cell.text
                .lineSequence()
                .take(place.line - 1)
                .sumOf { it.length + 1 } + place.column - 1
        if (!cell.text.startsWith(name, offset)) return null
        val before = cell.text.substring(0, offset + 1)
        val known = repl.compiling { suggestions.at(it, before, before.length) }.candidates()
        return Spelling
            .nearest(name, known.map { it.text().takeWhile(Character::isJavaIdentifierPart) }.filter(String::isNotEmpty))
            .map { "did you mean $it?" }
            .orElse(null)
    }

    private companion object {
        val UNRESOLVED = Regex("""^Unresolved reference: (\w+)""")
    }
}
