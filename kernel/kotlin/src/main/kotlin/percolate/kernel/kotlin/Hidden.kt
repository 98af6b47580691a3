package percolate.kernel.kotlin

import org.jetbrains.kotlin.com.intellij.psi.util.PsiTreeUtil
import org.jetbrains.kotlin.descriptors.FunctionDescriptor
import org.jetbrains.kotlin.psi.KtQualifiedExpression
import org.jetbrains.kotlin.resolve.calls.util.getType

/** What is public for its library's own sake: marked with an annotation named `Internal`, or overriding what is. */
internal object Hidden {
    private const val MARK = "Internal"

    /** The names of functions that are hidden in all their forms, of what stands before the dot at the cursor. */
    fun members(
        analysis: CellCompiler.Analysis,
        cursor: Int,
    ): Set<String> {
        val access = PsiTreeUtil.getParentOfType(analysis.file.findElementAt(cursor), KtQualifiedExpression::class.java)
        val type = access?.receiverExpression?.getType(analysis.meaning.bindingContext) ?: return setOf()
        return type.memberScope
            .getContributedDescriptors()
            .filterIsInstance<FunctionDescriptor>()
            .groupBy { it.name.asString() }
            .filterValues { it.all(::isMarked) }
            .keys
    }

    private fun isMarked(member: FunctionDescriptor): Boolean =
        member.annotations.any { it.fqName?.shortName()?.asString() == MARK } || member.overriddenDescriptors.any(::isMarked)
}
