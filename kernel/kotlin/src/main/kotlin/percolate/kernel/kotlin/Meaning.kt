package percolate.kernel.kotlin

import percolate.kernel.api.MimeBundle
import percolate.kernel.documentation.Explained
import percolate.kernel.documentation.Library
import percolate.kernel.language.Inspection

/**
 * What a name means.
 *
 * @param declarations one, or all that the name could mean
 * @param place where it is declared, null for what a cell declares
 * @param comment the one above it in a cell
 * @param names those under which Java knows it
 */
internal class Meaning(
    private val declarations: List<String>,
    private val place: String?,
    private val comment: String?,
    private val names: List<Library.Name>,
) {
    private val code = declarations.joinToString("\n")

    /** Takes a while where sources have to be opened: not for the compiler's thread. */
    fun inspection(
        library: Library,
        detailed: Boolean,
    ): Inspection {
        val html = if (comment == null && names.isNotEmpty()) library.html(names).orElse("") else ""
        val note = if (detailed && comment == null && html.isEmpty()) library.note(names) else ""
        val forms =
            if (html.isEmpty() &&
                note.isEmpty()
            ) {
                markdown()
            } else {
                Explained(listOfNotNull(code, place).joinToString("\n\n"), html, listOf(), note).forms()
            }
        return Inspection(forms)
    }

    private fun markdown() =
        mapOf(
            MimeBundle.TEXT to listOfNotNull(code, place, comment).joinToString("\n\n"),
            "text/markdown" to listOfNotNull("```kotlin\n$code\n```", place?.let { "*$it*" }, comment).joinToString("\n\n"),
        )
}
