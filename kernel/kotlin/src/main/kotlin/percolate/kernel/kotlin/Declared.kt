package percolate.kernel.kotlin

import org.jetbrains.kotlin.descriptors.ClassDescriptor
import org.jetbrains.kotlin.descriptors.DeclarationDescriptor
import org.jetbrains.kotlin.descriptors.DeclarationDescriptorWithVisibility
import org.jetbrains.kotlin.descriptors.DescriptorVisibilities
import org.jetbrains.kotlin.descriptors.FunctionDescriptor
import org.jetbrains.kotlin.descriptors.PropertyDescriptor
import org.jetbrains.kotlin.descriptors.ScriptDescriptor
import org.jetbrains.kotlin.load.java.JvmAbi
import org.jetbrains.kotlin.renderer.DescriptorRenderer
import org.jetbrains.kotlin.resolve.isInlineClassType
import org.jetbrains.kotlin.types.KotlinType
import percolate.kernel.cells.Interruption
import percolate.kernel.language.Cell
import percolate.kernel.language.DeclaredFunction
import percolate.kernel.language.DeclaredType
import percolate.kernel.language.Variable
import java.lang.reflect.Method

/**
 * What one cell that has run declares, from the compiler's knowledge of it.
 *
 * @param instance the cell as an object: its variables are the object's properties
 */
internal class Declared(
    private val cell: Cell,
    private val instance: Any,
    script: ScriptDescriptor,
    private val interruption: Interruption,
) {
    private val members =
        script.unsubstitutedMemberScope
            .getContributedDescriptors()
            .filter { it.containingDeclaration == script && !isPrivate(it) && !it.name.isSpecial }
    private val methods = instance.javaClass.methods.filter { !it.isSynthetic }

    /** An extension property belongs to its receiver's type, not to the cell. */
    val variables: List<Variable> =
        members
            .filterIsInstance<PropertyDescriptor>()
            .filter { it.extensionReceiverParameter == null && !it.name.asString().startsWith(Repl.RESULT) }
            .mapNotNull(::variable)

    val types: List<DeclaredType> by lazy {
        members.filterIsInstance<ClassDescriptor>().map {
            val name = it.name.asString()
            DeclaredType(name, instance.javaClass.classLoader.loadClass(instance.javaClass.name + "$" + name), cell.number)
        }
    }

    /** Those that other languages can call. */
    val functions: List<DeclaredFunction> =
        members
            .filterIsInstance<FunctionDescriptor>()
            .filter { !it.isSuspend && it.typeParameters.none { parameter -> parameter.isReified } }
            .map { it.name.asString() }
            .toSet()
            .flatMap { name -> methods.filter { it.name == name } }
            .map { DeclaredFunction(it, instance, cell.number) }

    private fun variable(property: PropertyDescriptor): Variable? {
        val name = property.name.asString()
        val getter = methods.find { it.name == JvmAbi.getterName(name) && it.parameterCount == 0 } ?: return null
        val setter = methods.find { property.isVar && it.name == JvmAbi.setterName(name) && it.parameterCount == 1 }
        val isUnboxed = property.type.isInlineClassType() && getter.returnType.simpleName != shortName(property.type)
        val value = { interruption.stoppable<Any?> { getter.invoke(instance) } }
        return KotlinVariable(name, words(property.type), cell.number, getter.genericReturnType, value, setter?.bound(), isUnboxed)
    }

    private fun Method.bound() = { value: Any? -> invoke(instance, value) }

    companion object {
        private fun isPrivate(member: DeclarationDescriptor) =
            member is DeclarationDescriptorWithVisibility && DescriptorVisibilities.isPrivate(member.visibility)

        private fun words(type: KotlinType) = plainTypes(withoutCells(DescriptorRenderer.SHORT_NAMES_IN_TYPES.renderType(type)))

        private fun shortName(type: KotlinType) =
            type.constructor.declarationDescriptor
                ?.name
                ?.asString()
    }
}
