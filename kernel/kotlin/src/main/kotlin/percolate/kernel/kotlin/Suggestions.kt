package percolate.kernel.kotlin

import org.jetbrains.kotlin.scripting.ide_services.compiler.completion
import org.jetbrains.kotlin.scripting.ide_services.compiler.filterOutShadowedDescriptors
import org.jetbrains.kotlin.scripting.ide_services.compiler.impl.getKJvmCompletion
import org.jetbrains.kotlin.scripting.ide_services.compiler.impl.prepareCodeForCompletion
import org.jetbrains.kotlin.scripting.ide_services.compiler.nameFilter
import percolate.kernel.language.Completion
import percolate.kernel.language.Completion.Candidate
import kotlin.script.experimental.api.ScriptCompilationConfiguration
import kotlin.script.experimental.api.SourceCodeCompletionVariant

/**
 * What could stand at the cursor: variables and parameters first, what every object has last. Members that are marked as
 * internal, or that are called like words of Kotlin, are left out.
 */
internal class Suggestions(
    private val sources: Sources,
    private val declaredClasses: Set<String>,
) {
    fun at(
        compiler: CellCompiler,
        code: String,
        position: Int,
    ): Completion {
        val cursor = position.coerceIn(0, code.length)
        val start = nameStart(code, cursor)
        val prefix = code.substring(start, cursor)
        val isMember = code.substring(0, start).trimEnd().endsWith('.')
        val marked = compiler.analysis(sources.unnamed(prepareCodeForCompletion(code, cursor)))
        val hidden = if (isMember) marked?.let { Hidden.members(it, cursor) }.orEmpty() else setOf()
        val candidates =
            marked
                ?.let { variants(it, cursor) }
                .orEmpty()
                .filterNot { isMember && (it.text.startsWith("`") || it.text.takeWhile(Character::isJavaIdentifierPart) in hidden) }
                .filter { it.text.removePrefix("`").startsWith(prefix, ignoreCase = true) && isWorthShowing(it, isMember) }
                .map(::candidate)
                .plus(if (isMember) listOf() else classes(prefix))
                .sortedWith(order(prefix))
                .distinctBy { it.text }
                .let { onePerName(it, isMember) }
        return Completion(candidates, start, cursor)
    }

    /** Not the compiler's own names, nor what every object has where the object is the cell itself. */
    private fun isWorthShowing(
        found: SourceCodeCompletionVariant,
        isMember: Boolean,
    ) = !found.text.startsWith("$") &&
        (found.icon != "keyword" || (!isMember && found.text.first().isLetter())) &&
        (isMember || !OF_THE_CELL.containsMatchIn(found.displayText + found.tail))

    private fun variants(
        marked: CellCompiler.Analysis,
        cursor: Int,
    ): List<SourceCodeCompletionVariant> =
        with(marked.meaning) {
            getKJvmCompletion(marked.file, bindingContext, resolutionFacade, moduleDescriptor, cursor, OPTIONS).toList()
        }

    private fun candidate(found: SourceCodeCompletionVariant): Candidate {
        val text = found.text
        return when (found.icon) {
            "method" -> Candidate(text, "function", shown(found.displayText + result(found.tail)))

            "property" -> Candidate(text, "property", shown(found.tail))

            "parameter" -> Candidate(text, "param", shown(found.tail))

            "package" -> Candidate(text, "module", "")

            // another name for a class
            "" -> Candidate(text, "class", "")

            else -> Candidate(text, found.icon, "")
        }
    }

    /**
     * One of `name(` and `name()`: front ends complete what all candidates have in common, and JupyterLab then shows
     * none if that ends with the bracket. Members are called without arguments more often than functions of their own.
     */
    private fun onePerName(
        found: List<Candidate>,
        isMember: Boolean,
    ): List<Candidate> {
        val all = found.map { it.text }.toSet()
        return found.filterNot {
            if (isMember) it.text.endsWith("(") && "${it.text})" in all else it.text.endsWith("()") && it.text.dropLast(1) in all
        }
    }

    /** Classes of earlier cells, which the compiler knows, but does not offer. */
    private fun classes(prefix: String) =
        declaredClasses.filter { it.startsWith(prefix, ignoreCase = true) }.map { Candidate(it, "class", "") }

    private fun shown(words: String) = plainTypes(withoutCells(words))

    private fun result(tail: String) = if (tail.isBlank() || tail == "Unit") "" else ": $tail"

    companion object {
        private val OF_EVERY_OBJECT =
            setOf("equals(", "hashCode()", "toString()", "getClass()", "notify()", "notifyAll()", "wait(", "wait()")
        private val OF_THE_CELL = Regex("""\bCell_\d+\b(?!\.)""")
        private val KINDS = listOf("param", "property", "function", "class", "module", "file", "keyword")
        private val OPTIONS =
            ScriptCompilationConfiguration {
                completion {
                    filterOutShadowedDescriptors(false)
                    nameFilter { name, prefix -> name.startsWith(prefix, ignoreCase = true) }
                }
            }

        /** The same letters before others, what can be named before what can be declared, then by the alphabet. */
        fun order(prefix: String): Comparator<Candidate> =
            compareBy<Candidate> { !it.text.startsWith(prefix) }
                .thenBy { it.text in OF_EVERY_OBJECT }
                .thenBy { KINDS.indexOf(it.type) }
                .thenBy(String.CASE_INSENSITIVE_ORDER) { it.text }

        /** Where the name begins that ends at the cursor. */
        fun nameStart(
            code: String,
            cursor: Int,
        ): Int {
            var start = cursor
            while (start > 0 && code[start - 1] != '$' && Character.isJavaIdentifierPart(code[start - 1])) start--
            return start
        }
    }
}
