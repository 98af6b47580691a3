package percolate.kernel.kotlin

import percolate.kernel.language.Cell

/** Names that exist and look like one that does not. */
internal class Spelling(
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
                ?.get(1)
                ?.takeIf { it.length >= SHORTEST } ?: return null
        val offset =
            cell.text
                .lineSequence()
                .take(place.line - 1)
                .sumOf { it.length + 1 } + place.column - 1
        if (!cell.text.startsWith(name, offset)) return null
        val before = cell.text.substring(0, offset + 1)
        val known = repl.compiling { suggestions.at(it, before, before.length) }.candidates()
        return known
            .map { it.text().takeWhile(Character::isJavaIdentifierPart) }
            .distinct()
            .map { it to distance(it, name) }
            .filter { (other, far) -> other.isNotEmpty() && far in 1..(if (name.length > SHORT) 2 else 1) }
            .minByOrNull { it.second }
            ?.let { "did you mean ${it.first}?" }
    }

    private companion object {
        const val SHORTEST = 3
        const val SHORT = 4
        val UNRESOLVED = Regex("""^Unresolved reference: (\w+)""")

        /** Letters to insert, leave out, replace or swap with their neighbour (Damerau and Levenshtein's distance). */
        fun distance(
            a: String,
            b: String,
        ): Int {
            val far =
                Array(a.length + 1) { i ->
                    IntArray(b.length + 1) { j ->
                        if (i == 0) {
                            j
                        } else if (j == 0) {
                            i
                        } else {
                            0
                        }
                    }
                }
            for (i in 1..a.length) {
                for (j in 1..b.length) {
                    val replaced = far[i - 1][j - 1] + if (a[i - 1] == b[j - 1]) 0 else 1
                    far[i][j] = minOf(far[i - 1][j] + 1, far[i][j - 1] + 1, replaced)
                    if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                        far[i][j] = minOf(far[i][j], far[i - 2][j - 2] + 1)
                    }
                }
            }
            return far[a.length][b.length]
        }
    }
}
