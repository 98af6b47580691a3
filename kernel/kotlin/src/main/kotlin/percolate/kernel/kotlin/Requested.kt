package percolate.kernel.kotlin

import percolate.kernel.language.Cell
import java.nio.file.Files
import java.nio.file.InvalidPathException
import java.nio.file.Path

/** What a cell's annotations ask for, and the cell's text with blanks in their place, so that all else stays where it is. */
internal class Requested(
    private val cell: Cell,
) {
    private val found = ANNOTATION.findAll(cell.text).toList()

    val text = found.fold(cell.text) { text, it -> text.replaceRange(it.range, it.value.replace(Regex("[^\n]"), " ")) }

    /** Where the first of the annotations stands. */
    val place: Cell.Place get() = cell.place(found.first().range.first)

    private val dependencies = arguments("DependsOn")

    /** Jars and folders that are named by their paths. */
    val files: List<Path> = dependencies.mapNotNull(::file)

    val coordinates = dependencies.filter { file(it) == null }

    val repositories = arguments("Repository")

    private fun arguments(annotation: String) =
        found.filter { it.groupValues[1] == annotation }.flatMap { TEXT.findAll(it.groupValues[2]).map { text -> text.groupValues[1] } }

    private fun file(name: String): Path? =
        try {
            Path.of(name).toAbsolutePath().takeIf(Files::exists)
        } catch (_: InvalidPathException) {
            null
        }

    private companion object {
        val ANNOTATION = Regex("""^[ \t]*@file:\s*(DependsOn|Repository)\s*\(([^)]*)\)""", RegexOption.MULTILINE)
        val TEXT = Regex(""""([^"\n]*)"""")
    }
}
