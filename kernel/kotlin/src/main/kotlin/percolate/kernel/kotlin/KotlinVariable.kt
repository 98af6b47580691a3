package percolate.kernel.kotlin

import percolate.kernel.cells.CellStopped
import percolate.kernel.language.Variable
import java.lang.reflect.Field
import java.lang.reflect.InvocationTargetException
import java.lang.reflect.Type
import java.util.Optional

/**
 * A variable of a Kotlin cell: a property of the object that the cell is.
 *
 * @param getter gives its value; may run code of the cell
 * @param setter null if it is a val
 * @param isUnboxed whether its type is a value class, which class files do not know
 */
internal class KotlinVariable(
    private val name: String,
    private val type: String,
    private val cell: Int,
    private val javaType: Type,
    private val getter: () -> Any?,
    private val setter: ((Any?) -> Any?)?,
    private val isUnboxed: Boolean,
) : Variable {
    override fun name() = name

    override fun type() = type

    override fun javaType(): Type = javaType

    override fun cell() = cell

    override fun field(): Optional<Field> = Optional.empty()

    override fun value(): Any? =
        try {
            getter()
        } catch (e: InvocationTargetException) {
            throw unreadable(e.targetException)
        } catch (e: CellStopped) {
            throw unreadable(e)
        }

    private fun unreadable(cause: Throwable) =
        IllegalStateException("$name of cell $cell (Kotlin) cannot be read: ${cause.message ?: cause}", cause)

    override fun assign(value: Any?) {
        val set =
            setter ?: throw IllegalStateException(
                "$name is a val in Kotlin (cell $cell) and keeps its value; declare it with var to assign it from another language",
            )
        try {
            set(value)
        } catch (e: InvocationTargetException) {
            throw IllegalStateException("$name is a $type in Kotlin (cell $cell) and cannot be ${words(value)}", e)
        } catch (e: IllegalArgumentException) {
            throw IllegalStateException("$name is a $type in Kotlin (cell $cell) and cannot be ${words(value)}", e)
        }
    }

    private fun words(value: Any?) = if (value == null) "null" else "a ${value.javaClass.simpleName}"

    override fun hindrance(): Optional<String> =
        if (!isUnboxed) {
            Optional.empty()
        } else {
            Optional.of(
                "$name of cell $cell is a $type, a value class of Kotlin, which other languages cannot name;" +
                    " share what it holds in a variable of its own",
            )
        }
}
