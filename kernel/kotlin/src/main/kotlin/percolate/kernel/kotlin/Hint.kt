package percolate.kernel.kotlin

/**
 * What to write instead, where an error is found that says something, at a name, in a line. An empty pattern fits all.
 *
 * @param words may name the groups of the last pattern that is not empty as `$1`, and one as a type of Kotlin as `#1`
 */
internal class Hint(
    said: String,
    name: String,
    line: String,
    private val words: String,
) {
    private val patterns = listOf(said, name, line).map(::Regex)

    fun of(complaint: Complaint): String? {
        val subjects = listOf(complaint.words, complaint.name, complaint.place.lineText)
        val found = patterns.zip(subjects) { pattern, subject -> pattern.find(subject) ?: return null }
        val groups = found[patterns.indexOfLast { it.pattern.isNotEmpty() }].groupValues
        return REFERENCE.replace(words) {
            val group = groups[it.groupValues[2].toInt()]
            if (it.groupValues[1] == "$") group else typeOf(group)
        }
    }

    private companion object {
        val REFERENCE = Regex("""([$#])(\d)""")

        /** Java's `int[]` is `IntArray`. */
        fun typeOf(java: String): String {
            val name = java.removeSuffix("[]").replaceFirstChar(Char::uppercase)
            return if (!java.endsWith("[]")) {
                name
            } else if (java[0].isLowerCase()) {
                name + "Array"
            } else {
                "Array<$name>"
            }
        }
    }
}
