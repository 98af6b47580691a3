package percolate.kernel.kotlin

import org.jetbrains.kotlin.com.intellij.psi.PsiElement
import org.jetbrains.kotlin.com.intellij.psi.PsiFile
import org.jetbrains.kotlin.com.intellij.psi.util.PsiTreeUtil
import org.jetbrains.kotlin.descriptors.ClassDescriptor
import org.jetbrains.kotlin.descriptors.ConstructorDescriptor
import org.jetbrains.kotlin.descriptors.DeclarationDescriptor
import org.jetbrains.kotlin.descriptors.PropertyDescriptor
import org.jetbrains.kotlin.descriptors.ScriptDescriptor
import org.jetbrains.kotlin.descriptors.impl.TypeAliasConstructorDescriptor
import org.jetbrains.kotlin.psi.KtCallExpression
import org.jetbrains.kotlin.psi.KtDeclaration
import org.jetbrains.kotlin.psi.KtNamedDeclaration
import org.jetbrains.kotlin.psi.KtSimpleNameExpression
import org.jetbrains.kotlin.renderer.DescriptorRenderer
import org.jetbrains.kotlin.renderer.DescriptorRendererModifier
import org.jetbrains.kotlin.resolve.BindingContext
import org.jetbrains.kotlin.resolve.DescriptorToSourceUtils
import org.jetbrains.kotlin.resolve.DescriptorUtils
import percolate.kernel.language.ShortValue

/** Finds the declaration of the name at the cursor, or of the function whose arguments the cursor is in. */
internal class Inspector(
    private val sources: Sources,
    private val snippets: Snippets,
) {
    fun at(
        compiler: CellCompiler,
        code: String,
        position: Int,
    ): Meaning? {
        val analysis = compiler.analysis(sources.unnamed(code)) ?: return null
        val cursor = position.coerceIn(0, code.length)
        val found =
            listOf(cursor, cursor - 1)
                .mapNotNull { if (it < 0) null else analysis.file.findElementAt(it) }
                .firstNotNullOfOrNull { named(it, analysis.meaning.bindingContext) }
        return found?.let { meaning(it.map(::meant).distinct(), analysis.file) }
    }

    private fun named(
        leaf: PsiElement,
        meaning: BindingContext,
    ): List<DeclarationDescriptor>? {
        val parent = leaf.parent
        val found =
            when {
                parent is KtSimpleNameExpression -> {
                    targets(parent, meaning)
                }

                parent is KtNamedDeclaration && parent.nameIdentifier == leaf -> {
                    listOfNotNull(meaning[BindingContext.DECLARATION_TO_DESCRIPTOR, parent])
                }

                else -> {
                    listOf()
                }
            }
        return found.ifEmpty { called(leaf, meaning) }.ifEmpty { null }
    }

    private fun targets(
        name: KtSimpleNameExpression,
        meaning: BindingContext,
    ): List<DeclarationDescriptor> =
        meaning[BindingContext.REFERENCE_TARGET, name]?.let(::listOf)
            ?: meaning[BindingContext.AMBIGUOUS_REFERENCE_TARGET, name]?.toList()
            ?: listOf()

    private fun called(
        leaf: PsiElement,
        meaning: BindingContext,
    ): List<DeclarationDescriptor> {
        val call = PsiTreeUtil.getParentOfType(leaf, KtCallExpression::class.java) ?: return listOf()
        return (call.calleeExpression as? KtSimpleNameExpression)?.let { targets(it, meaning) } ?: listOf()
    }

    /** A class stands for its companion where it stands alone, and has other names with constructors of their own. */
    private fun meant(found: DeclarationDescriptor): DeclarationDescriptor =
        when {
            found is TypeAliasConstructorDescriptor -> found.underlyingConstructorDescriptor
            found is ClassDescriptor && found.isCompanionObject -> found.containingDeclaration
            else -> found
        }

    private fun meaning(
        found: List<DeclarationDescriptor>,
        text: PsiFile,
    ): Meaning {
        val declarations =
            found
                .map {
                    plainTypes(
                        withoutCells(RENDERER.render(it).replace(ANYTHING, "")),
                    ) + value(it, text)
                }.distinct()
                .take(MOST)
        val comment = found.firstNotNullOfOrNull(::comment)
        return Meaning(declarations, place(found.first()), comment, found.flatMap(JavaNames::of))
    }

    /** What a variable of a cell that has run holds, where that is short. */
    private fun value(
        found: DeclarationDescriptor,
        text: PsiFile,
    ): String {
        val isHeld = found is PropertyDescriptor && found.containingDeclaration is ScriptDescriptor
        return if (isHeld && DescriptorToSourceUtils.getContainingFile(found) != text) {
            ShortValue.of(snippets.held(found.name.asString())) { false }
        } else {
            ""
        }
    }

    /** Where it is declared: a package or class; a cell's own are just there. */
    private fun place(found: DeclarationDescriptor): String? {
        val owner = (if (found is ConstructorDescriptor) found.containingDeclaration else found).containingDeclaration
        if (owner == null || owner is ScriptDescriptor) return null
        val name = withoutCells(DescriptorUtils.getFqNameSafe(owner).asString())
        return if (name.isEmpty()) null else "in $name"
    }

    /** The comment above a declaration in a cell. */
    private fun comment(found: DeclarationDescriptor): String? {
        val declaration = DescriptorToSourceUtils.descriptorToDeclaration(found) as? KtDeclaration
        return declaration
            ?.docComment
            ?.text
            ?.removePrefix("/**")
            ?.removeSuffix("*/")
            ?.lines()
            ?.joinToString("\n") { it.trim().removePrefix("*").trim() }
            ?.trim()
            ?.ifEmpty { null }
    }

    private companion object {
        const val MOST = 5

        /** What Java says of a type that may be any. */
        const val ANYTHING = " : Any!"
        val UNIMPORTANT =
            setOf(DescriptorRendererModifier.VISIBILITY, DescriptorRendererModifier.MODALITY, DescriptorRendererModifier.ANNOTATIONS)
        val RENDERER =
            DescriptorRenderer.SHORT_NAMES_IN_TYPES.withOptions {
                modifiers = DescriptorRendererModifier.ALL - UNIMPORTANT
                withDefinedIn = false
                renderUnabbreviatedType = false
                defaultParameterValueRenderer = { "…" }
            }
    }
}
