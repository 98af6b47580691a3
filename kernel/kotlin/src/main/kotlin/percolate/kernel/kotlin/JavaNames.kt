package percolate.kernel.kotlin

import org.jetbrains.kotlin.builtins.jvm.JavaToKotlinClassMap
import org.jetbrains.kotlin.descriptors.CallableMemberDescriptor
import org.jetbrains.kotlin.descriptors.ClassDescriptor
import org.jetbrains.kotlin.descriptors.ConstructorDescriptor
import org.jetbrains.kotlin.descriptors.DeclarationDescriptor
import org.jetbrains.kotlin.descriptors.FunctionDescriptor
import org.jetbrains.kotlin.load.kotlin.computeJvmDescriptor
import org.jetbrains.kotlin.resolve.DescriptorUtils
import org.jetbrains.kotlin.resolve.sam.SamConstructorDescriptor
import org.jetbrains.kotlin.synthetic.SyntheticJavaPropertyDescriptor
import org.objectweb.asm.Type
import percolate.kernel.documentation.Library

/** The names that Java has for what Kotlin's compiler has found, by which its documentation is looked up. */
internal object JavaNames {
    /** The likelier ones first; none for what is Kotlin's alone. */
    fun of(found: DeclarationDescriptor): List<Library.Name> =
        when (found) {
            is ClassDescriptor -> listOf(Library.Name.of(nameOf(found)))
            is SamConstructorDescriptor -> of(found.baseDescriptorForSynthetic)
            is SyntheticJavaPropertyDescriptor -> of(found.getMethod)
            is ConstructorDescriptor -> member(found, "<init>") + of(found.constructedClass)
            is CallableMemberDescriptor -> member(found, found.name.asString())
            else -> listOf()
        }

    private fun member(
        found: CallableMemberDescriptor,
        name: String,
    ): List<Library.Name> {
        val owner = DescriptorUtils.unwrapFakeOverride(found).containingDeclaration as? ClassDescriptor ?: return listOf()
        val descriptor = (found.original as? FunctionDescriptor)?.computeJvmDescriptor()
        val parameters = descriptor?.substring(descriptor.indexOf('('))?.let(Type::getArgumentTypes).orEmpty()
        return listOf(Library.Name(nameOf(owner), name, parameters.map { it.className.replace('$', '.') }))
    }

    /** Kotlin's own collections and the like are Java's in class files. */
    private fun nameOf(type: ClassDescriptor): String {
        val name = DescriptorUtils.getFqName(type)
        return JavaToKotlinClassMap.mapKotlinToJava(name)?.asSingleFqName()?.asString() ?: name.asString()
    }
}
