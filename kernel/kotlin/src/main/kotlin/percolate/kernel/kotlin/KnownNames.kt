package percolate.kernel.kotlin

import org.jetbrains.kotlin.descriptors.ClassDescriptor
import org.jetbrains.kotlin.descriptors.DeclarationDescriptor
import org.jetbrains.kotlin.descriptors.FunctionDescriptor
import org.jetbrains.kotlin.descriptors.ScriptDescriptor
import org.jetbrains.kotlin.lexer.KtKeywordToken
import org.jetbrains.kotlin.lexer.KtTokens
import percolate.kernel.language.Completion
import percolate.kernel.language.Completion.Candidate
import java.util.concurrent.ConcurrentHashMap

/** The names that cells have declared, to be told at once while the compiler is busy with something else. */
internal class KnownNames {
    private val declared = ConcurrentHashMap<String, Candidate>()

    /** Takes up what a cell declares; on the compiler's thread. */
    fun learn(cell: ScriptDescriptor) {
        cell.unsubstitutedMemberScope
            .getContributedDescriptors()
            .filter { it.containingDeclaration == cell && !it.name.isSpecial && !it.name.asString().startsWith("$") }
            .forEach { declared[it.name.asString()] = candidate(it) }
    }

    private fun candidate(declaration: DeclarationDescriptor): Candidate {
        val name = declaration.name.asString()
        return when (declaration) {
            is FunctionDescriptor -> Candidate("$name(", "function", "")
            is ClassDescriptor -> Candidate(name, "class", "")
            else -> Candidate(name, "property", "")
        }
    }

    /** @return null where only the compiler can know, as behind a dot, and where no name fits */
    fun at(
        code: String,
        cursor: Int,
    ): Completion? {
        val end = cursor.coerceIn(0, code.length)
        val start = Suggestions.nameStart(code, end)
        if (code.substring(0, start).trimEnd().endsWith('.')) return null
        val prefix = code.substring(start, end)
        val found =
            (declared.values + KEYWORDS)
                .filter { it.text().startsWith(prefix, ignoreCase = true) }
                .sortedWith(Suggestions.order(prefix))
        return if (found.isEmpty()) null else Completion(found, start, end)
    }

    private companion object {
        val KEYWORDS =
            KtTokens.KEYWORDS.types
                .map { (it as KtKeywordToken).value }
                .filter { it.first().isLetter() }
                .map { Candidate(it, "keyword", "") }
    }
}
