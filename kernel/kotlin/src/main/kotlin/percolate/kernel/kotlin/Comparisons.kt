package percolate.kernel.kotlin

import org.jetbrains.kotlin.descriptors.ClassDescriptor

/** Comparisons of what has no order: tensors are compared element by element, by methods. */
internal object Comparisons {
    private val METHODS = mapOf(">=" to "ge", "<=" to "le", ">" to "gt", "<" to "lt")
    private val TURNED = mapOf("ge" to "le", "le" to "ge", "gt" to "lt", "lt" to "gt")
    private val LEFT = Regex("""[\w.]*\w(?:\([^()]*\))?\s*$""")
    private val RIGHT = Regex("""\s*([\w.]*\w(?:\([^()]*\))?)""")

    /** @param classOf the class of the expression that a text ends with */
    fun hint(
        complaint: Complaint,
        classOf: (String) -> ClassDescriptor?,
    ): String? {
        val text = complaint.cell.text
        val sign = METHODS.keys.firstOrNull { text.startsWith(it, complaint.offset) } ?: return null
        val before = text.take(complaint.offset).trimEnd()
        val left = LEFT.find(before)?.value?.trim() ?: return null
        val right = RIGHT.matchAt(text, complaint.offset + sign.length) ?: return null
        val method = METHODS.getValue(sign)
        val alone = text.take(text.lastIndexOf('\n', complaint.offset) + 1) + right.groupValues[1]
        return when {
            has(classOf(before), method) -> said(sign, "$left.$method(${right.groupValues[1]})")
            has(classOf(alone), method) -> said(sign, "${right.groupValues[1]}.${TURNED.getValue(method)}($left)")
            else -> null
        }
    }

    private fun said(
        sign: String,
        call: String,
    ) = "$sign is for numbers: $call compares element by element"

    private fun has(
        type: ClassDescriptor?,
        method: String,
    ) = type != null && type.unsubstitutedMemberScope.getFunctionNames().any { it.asString() == method }
}
