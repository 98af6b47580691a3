package percolate.kernel.kotlin

import percolate.kernel.language.Spelling

/** Names that exist and look like one that does not. */
internal class Names(
    private val repl: Repl,
    private val suggestions: Suggestions,
) {
    /** What could have been meant by a name that the compiler does not know; null if nothing is near. */
    fun hint(complaint: Complaint): String? = if (complaint.isUnknown) near(complaint) ?: import(complaint) else null

    private fun near(complaint: Complaint): String? {
        val before = complaint.cell.text.take(complaint.offset + 1)
        val known = repl.compiling { suggestions.at(it, before, before.length) }.candidates()
        return Spelling
            .nearest(
                complaint.name,
                known.map { it.text().takeWhile(Character::isJavaIdentifierPart) }.filter { isNear(complaint.name, it) },
            ).map { "did you mean $it?" }
            .orElse(null)
    }

    /** Of a short name no two letters may be too many: `legth` is no `let`. */
    private fun isNear(
        written: String,
        name: String,
    ) = name.isNotEmpty() && (written.length > SHORT || name.length > written.length - 2)

    /** Where a class of this name is, if it is not imported. */
    private fun import(complaint: Complaint): String? {
        if (!complaint.name[0].isUpperCase() ||
            complaint.cell.text
                .take(complaint.offset)
                .endsWith('.')
        ) {
            return null
        }
        val found = PACKAGES.map { "$it.${complaint.name}" }.firstOrNull(::isClass)
        return found?.let { "import $it brings it" }
    }

    private fun isClass(name: String) =
        try {
            Class.forName(name, false, Unit::class.java.classLoader)
            true
        } catch (_: ClassNotFoundException) {
            false
        } catch (_: LinkageError) {
            // on a file system that takes another case for the same name
            false
        }

    private companion object {
        const val SHORT = 5

        /** Those that learners meet, the likelier ones first. */
        val PACKAGES =
            listOf("kotlin.random", "java.util", "java.time", "java.nio.file", "java.math", "java.io", "java.net") +
                listOf("java.util.concurrent", "java.util.concurrent.atomic", "java.util.function", "java.util.stream") +
                listOf("java.time.format", "java.time.temporal", "java.text", "java.nio.charset", "kotlin.time", "kotlin.reflect")
    }
}
