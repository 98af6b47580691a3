package percolate.kernel.kotlin

import org.jetbrains.kotlin.load.java.JvmAbi
import org.objectweb.asm.ClassReader
import org.objectweb.asm.ClassVisitor
import org.objectweb.asm.Handle
import org.objectweb.asm.MethodVisitor
import org.objectweb.asm.Opcodes
import java.lang.reflect.Field
import java.lang.reflect.Modifier

/**
 * Lets go of the values of variables that later cells have declared anew, for the objects that cells are stay for ever. A
 * function, lambda or class goes on reading the variable that it was compiled with: what one of these reads is kept.
 */
internal class Shadowed {
    private class Variable(
        val cell: Any,
        val field: Field,
    )

    private val newest = HashMap<String, Variable>()
    private val read = HashSet<String>()

    /**
     * Learns what the classes of a cell read of cells. The cell's own statements do not count: they run once, and cannot
     * read an old variable of a name that they declare.
     *
     * @param cell the name of the class that the cell itself is
     */
    @Synchronized
    fun learn(
        cell: String,
        classes: Collection<ByteArray>,
    ) = classes.forEach { ClassReader(it).accept(Readers(cell.replace('.', '/')), ClassReader.SKIP_DEBUG or ClassReader.SKIP_FRAMES) }

    /** A cell is about to run: what it declares anew is let go of in earlier ones, so that both need not fit into memory. */
    @Synchronized
    fun letGo(type: Class<*>) =
        variables(type)
            .mapNotNull { newest[it.name] }
            .filter { old -> names(old.field).none(read::contains) }
            .forEach { it.field.set(it.cell, null) }

    /** A cell has run, to its end or not. */
    @Synchronized
    fun ran(cell: Any) {
        variables(cell.javaClass).forEach { newest[it.name] = Variable(cell, it) }
    }

    private fun variables(type: Class<*>) =
        type.declaredFields
            .filter { !Modifier.isStatic(it.modifiers) && !it.isSynthetic && !it.type.isPrimitive && '$' !in it.name }
            .onEach { it.isAccessible = true }

    /** How the code of cells may name a variable. */
    private fun names(variable: Field): List<String> {
        val cell = variable.declaringClass.name.replace('.', '/')
        return listOf("$cell.${variable.name}", "$cell.${JvmAbi.getterName(variable.name)}")
    }

    /** Collects the fields that a class reads and the methods that it calls. */
    private inner class Readers(
        private val cell: String,
    ) : ClassVisitor(Opcodes.ASM9) {
        private var type = ""

        override fun visit(
            version: Int,
            access: Int,
            name: String,
            signature: String?,
            parent: String?,
            interfaces: Array<String>?,
        ) {
            type = name
        }

        override fun visitMethod(
            access: Int,
            name: String,
            descriptor: String,
            signature: String?,
            thrown: Array<String>?,
        ): MethodVisitor? = if (type == cell && name == "<init>") null else Reader(name)
    }

    private inner class Reader(
        private val method: String,
    ) : MethodVisitor(Opcodes.ASM9) {
        override fun visitFieldInsn(
            opcode: Int,
            owner: String,
            name: String,
            type: String,
        ) {
            if (opcode == Opcodes.GETFIELD && method != JvmAbi.getterName(name)) read.add("$owner.$name")
        }

        override fun visitMethodInsn(
            opcode: Int,
            owner: String,
            name: String,
            type: String,
            isInterface: Boolean,
        ) {
            read.add("$owner.$name")
        }

        override fun visitInvokeDynamicInsn(
            name: String,
            type: String,
            bootstrap: Handle,
            vararg arguments: Any,
        ) {
            arguments.filterIsInstance<Handle>().forEach { read.add("${it.owner}.${it.name}") }
        }
    }
}
