package percolate.kernel.kotlin

import org.jetbrains.kotlin.descriptors.ClassDescriptor

/** Options that are written among the arguments, as in Python, and that our parts take as methods behind the call. */
internal object Options {
    private const val VALUE = """(?:(\w+)\s*=(?!=)\s*)?("?)([\w.]+)\4\s*\)"""
    private val CALL = Regex("""(\w+)\(([^()"=]*?)\s*,?\s*$VALUE""")
    private val SAID = Regex("^(Named arguments are not allowed|Too many arguments|None of|Type mismatch|Cannot find a parameter)")

    /** Functions of Java, whose parameters have no names for Kotlin. */
    private val OF_JAVA = Regex("^Named|^None of.*: (?:open|abstract) fun")

    /** @param classOf the class of the expression that a text ends with */
    fun hint(
        complaint: Complaint,
        classOf: (String) -> ClassDescriptor?,
    ): String? {
        if (!SAID.containsMatchIn(complaint.words)) return null
        val text = complaint.cell.text
        val call = CALL.findAll(text).firstOrNull { complaint.offset in it.range } ?: return null
        val (function, arguments, name, quote, value) = call.destructured
        if (name.isEmpty() && quote.isEmpty()) return null
        val short = "$function($arguments)"
        val options = classOf(text.take(call.range.first) + short)?.let(::functions).orEmpty()
        return when {
            value == "true" && name in options -> "write $short.$name()"

            value in options -> "write $short.$value()"

            name in options -> "write $short.$name($value)"

            name.isNotEmpty() &&
                OF_JAVA.containsMatchIn(
                    complaint.words,
                )
            -> "leave the name out: $function takes its arguments in their order"

            else -> null
        }
    }

    private fun functions(type: ClassDescriptor) = type.unsubstitutedMemberScope.getFunctionNames().map { it.asString() }
}
