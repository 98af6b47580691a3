package percolate.kernel.kotlin

import org.jetbrains.kotlin.descriptors.ScriptDescriptor
import org.objectweb.asm.ClassReader
import org.objectweb.asm.ClassVisitor
import org.objectweb.asm.ClassWriter
import org.objectweb.asm.MethodVisitor
import org.objectweb.asm.Opcodes
import percolate.kernel.cells.CellLoader
import java.lang.reflect.InvocationTargetException
import java.util.Collections
import java.util.concurrent.ConcurrentHashMap
import kotlin.script.experimental.api.ResultWithDiagnostics
import kotlin.script.experimental.api.SourceCode
import kotlin.script.experimental.api.asSuccess
import kotlin.script.experimental.api.onSuccess
import kotlin.script.experimental.jvm.impl.KJvmCompiledModuleInMemory
import kotlin.script.experimental.jvm.impl.KJvmCompiledScript

/**
 * The compiled cells as classes and objects. Each cell is a class whose constructor runs the cell's statements and whose
 * fields are its variables; the constructor is handed the objects of the cells before.
 */
internal class Snippets(
    private val loader: CellLoader,
    private val inlined: InlinedLines,
) {
    /** One for each text that the compiler counts among its own, null for those that did not run. */
    private val instances = Collections.synchronizedList(ArrayList<Any?>())

    /** What the cells that run were handed, by their place: each has left itself there, for cells of other shells to use. */
    private val running = ConcurrentHashMap<Int, Array<Any?>>()
    private val shadowed = Shadowed()

    /** The names of the classes that cells have declared, for any thread to read. */
    val classes: MutableSet<String> = ConcurrentHashMap.newKeySet()

    /** All that cells have declared, for any thread to read. */
    val names = KnownNames()

    /** The cells' values by their number, which cells see as `Out`. */
    val out: MutableMap<Int, Any?> by lazy { outOf(checkNotNull(instances.first())) }

    @Suppress("UNCHECKED_CAST")
    private fun outOf(prelude: Any) = prelude.javaClass.getMethod("get" + Prelude.OUT).invoke(prelude) as MutableMap<Int, Any?>

    /** What the newest variable of this name holds, without running code of its cell; nothing where it has no field. */
    fun held(variable: String): Any? {
        val fields = synchronized(instances) { instances.toList() }.asReversed().asSequence().filterNotNull()
        return fields.firstNotNullOfOrNull { cell ->
            val field = cell.javaClass.declaredFields.find { it.name == variable }
            field?.let {
                it.isAccessible = true
                it.get(cell)
            }
        }
    }

    /** Compiles a text and makes it ready to run. */
    fun of(
        compiler: CellCompiler,
        source: SourceCode,
    ): ResultWithDiagnostics<Snippet> =
        compiler.compile(source).onSuccess {
            while (instances.size < compiler.known()) instances.add(null)
            define(it.get(), compiler.lastScript()).asSuccess()
        }

    /** Hands a cell's classes to the cells' loader. */
    private fun define(
        script: KJvmCompiledScript,
        meaning: ScriptDescriptor,
    ): Snippet {
        val name = script.scriptClassFQName
        val module = script.getCompiledModule() as KJvmCompiledModuleInMemory
        val compiled =
            module.compilerOutputFiles
                .filterKeys { it.endsWith(CLASS) }
                .mapKeys { it.key.removeSuffix(CLASS).replace('/', '.') }
                .mapValues { JavaClasses.withTrueNames(it.value) }
        compiled.forEach { (type, bytes) -> loader.declare(type, if (type == name) LeavesItself.woven(bytes) else bytes) }
        compiled.keys.map { it.removePrefix("$name$") }.filterTo(classes) { '.' !in it && '$' !in it && it[0].isLetter() && it != name }
        shadowed.learn(name, compiled.values)
        names.learn(meaning)
        compiled.values.forEach(inlined::learn)
        return Snippet(loader.loadClass(name), script.resultField?.first, instances.lastIndex, meaning)
    }

    /** A compiled cell. */
    inner class Snippet(
        private val type: Class<*>,
        private val resultField: String?,
        private val place: Int,
        /** The cell as the compiler knows it. */
        val script: ScriptDescriptor,
    ) {
        /** The cell as an object once it runs, also when it failed. */
        var instance: Any? = null
            private set

        /** Whether the cell's last expression has a value to show. */
        val hasValue get() = resultField != null

        /**
         * Runs the cell on the calling thread. Its variables are kept also when it throws, with the values they had.
         *
         * @return the value of its last expression, null if it has none
         */
        fun run(): Any? {
            val constructor = type.constructors.single()
            val earlier = instances.toTypedArray().copyOf(place + 1)
            running.forEach { (at, handed) -> if (at < place) earlier[at] = handed[at] }
            running[place] = earlier
            shadowed.letGo(type)
            try {
                if (constructor.parameterCount == 0) earlier[place] = constructor.newInstance() else constructor.newInstance(earlier)
            } catch (e: InvocationTargetException) {
                throw e.targetException
            } finally {
                instance = earlier[place]
                instances[place] = instance
                running.remove(place)
                instance?.let(shadowed::ran)
            }
            return resultField?.let { field(it).get(earlier[place]) }
        }

        private fun field(name: String) = type.getDeclaredField(name).apply { isAccessible = true }
    }

    private companion object {
        const val CLASS = ".class"
    }
}

/** Lets a cell's constructor put the new object into the last place of the array that it is handed, before it does anything else. */
private class LeavesItself(
    next: ClassVisitor,
) : ClassVisitor(Opcodes.ASM9, next) {
    override fun visitMethod(
        access: Int,
        name: String,
        type: String,
        signature: String?,
        thrown: Array<String>?,
    ): MethodVisitor {
        val method = super.visitMethod(access, name, type, signature, thrown)
        return if (name == "<init>" && type == "([Ljava/lang/Object;)V") AfterSuper(method) else method
    }

    private class AfterSuper(
        next: MethodVisitor,
    ) : MethodVisitor(Opcodes.ASM9, next) {
        private var left = false

        override fun visitMethodInsn(
            opcode: Int,
            owner: String,
            name: String,
            type: String,
            isInterface: Boolean,
        ) {
            super.visitMethodInsn(opcode, owner, name, type, isInterface)
            if (opcode == Opcodes.INVOKESPECIAL && name == "<init>" && !left) {
                left = true
                leave()
            }
        }

        private fun leave() {
            super.visitVarInsn(Opcodes.ALOAD, 1)
            super.visitInsn(Opcodes.DUP)
            super.visitInsn(Opcodes.ARRAYLENGTH)
            super.visitInsn(Opcodes.ICONST_1)
            super.visitInsn(Opcodes.ISUB)
            super.visitVarInsn(Opcodes.ALOAD, 0)
            super.visitInsn(Opcodes.AASTORE)
        }
    }

    companion object {
        fun woven(bytes: ByteArray): ByteArray {
            val reader = ClassReader(bytes)
            val writer = ClassWriter(reader, ClassWriter.COMPUTE_MAXS)
            reader.accept(LeavesItself(writer), 0)
            return writer.toByteArray()
        }
    }
}
