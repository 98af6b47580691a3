package percolate.kernel.kotlin

import org.jetbrains.kotlin.com.intellij.psi.util.PsiTreeUtil
import org.jetbrains.kotlin.descriptors.ClassDescriptor
import org.jetbrains.kotlin.descriptors.FunctionDescriptor
import org.jetbrains.kotlin.descriptors.Modality
import org.jetbrains.kotlin.psi.KtExpression
import org.jetbrains.kotlin.psi.KtOperationReferenceExpression
import org.jetbrains.kotlin.resolve.calls.util.getType

/** Hints that take the type of what a learner wrote. */
internal class Meanings(
    private val repl: Repl,
    private val sources: Sources,
) {
    /** @return null where the type tells nothing */
    fun hint(complaint: Complaint): String? {
        val text = complaint.cell.text
        Options.hint(complaint, ::classOf)?.let { return it }
        return when {
            complaint.name.isEmpty() -> Comparisons.hint(complaint, ::classOf)
            isUnknownMember(complaint) -> member(complaint, text.take(complaint.offset - 1))
            complaint.isUnknown && isInfixCall(complaint) -> "a new line or a ; is missing before ${complaint.name}"
            isAssigned(complaint) -> parameter(complaint)
            isCall(complaint) -> functionOfJava(complaint, text.take(complaint.offset + complaint.name.length))
            else -> null
        }
    }

    /** For a member that is like none that the class has. */
    fun missing(complaint: Complaint): String? {
        if (!isUnknownMember(complaint)) return null
        return classOf(complaint.cell.text.take(complaint.offset - 1))?.let { "${it.name} has no member ${complaint.name}" }
    }

    private fun isUnknownMember(complaint: Complaint) = complaint.isMember && complaint.isUnknown

    /** Two calls in one line are the first one with a function between it and what stands in brackets. */
    private fun isInfixCall(complaint: Complaint) =
        complaint.cell.text.startsWith("(", complaint.offset + complaint.name.length) &&
            repl.compiling { it.parsed(complaint.cell.text).findElementAt(complaint.offset)?.parent is KtOperationReferenceExpression }

    private fun isAssigned(complaint: Complaint) = complaint.words.startsWith("Val cannot be reassigned")

    /** A tensor that is learned stays the same one, and takes new values. */
    private fun parameter(complaint: Complaint): String? {
        val type = classOf(complaint.cell.text.take(complaint.offset + complaint.name.length)) ?: return null
        val takesValues = type.unsubstitutedMemberScope.getFunctionNames().any { it.asString() == "update" }
        return if (takesValues) "${complaint.name}.update(…) gives a parameter new values; var is for another tensor each time" else null
    }

    private fun isCall(complaint: Complaint) =
        CALL.matchesAt(complaint.cell.text, complaint.offset) &&
            (complaint.words.startsWith("nothing of this name") || "cannot be invoked" in complaint.words)

    private fun member(
        complaint: Complaint,
        before: String,
    ): String? = classOf(before)?.let { parameter(complaint, it) ?: Members.instead(complaint, it, before) }

    /** `class Dog(name: String)` keeps no name. */
    private fun parameter(
        complaint: Complaint,
        owner: ClassDescriptor,
    ): String? {
        val parameters = owner.unsubstitutedPrimaryConstructor?.valueParameters.orEmpty()
        val found = parameters.find { it.name.asString() == complaint.name } ?: return null
        return "${complaint.name} is only handed over to ${owner.name}: write class ${owner.name}(val ${found.name}: " +
            "${withoutCells(found.type.toString())}) to keep it"
    }

    /** Java's functions are objects with a method, which Kotlin does not call by itself. */
    private fun functionOfJava(
        complaint: Complaint,
        before: String,
    ): String? {
        val type = classOf(before) ?: return null
        val open =
            type.unsubstitutedMemberScope
                .getContributedDescriptors()
                .filterIsInstance<FunctionDescriptor>()
                .filter { it.modality == Modality.ABSTRACT }
        val method = open.singleOrNull()?.name ?: return null
        val arguments = CALL.matchAt(complaint.cell.text, complaint.offset)?.groupValues?.get(1) ?: "…"
        return "${complaint.name} is a ${type.name} of Java: write ${complaint.name}.$method($arguments)"
    }

    /** The class of the expression that a text ends with. */
    private fun classOf(text: String): ClassDescriptor? =
        repl.compiling { compiler ->
            compiler.analysis(sources.unnamed(text))?.let { analysis ->
                val last = analysis.file.findElementAt(text.length - 1)
                val ending =
                    generateSequence(
                        PsiTreeUtil.getParentOfType(last, KtExpression::class.java),
                    ) { PsiTreeUtil.getParentOfType(it, KtExpression::class.java) }
                val expression = ending.takeWhile { it.textRange.endOffset == text.length }
                val types = expression.mapNotNull { it.getType(analysis.meaning.bindingContext) }
                types.lastOrNull()?.constructor?.declarationDescriptor as? ClassDescriptor
            }
        }

    private companion object {
        val CALL = Regex("""\w+\s*\(([^()]*)\)""")
    }
}
