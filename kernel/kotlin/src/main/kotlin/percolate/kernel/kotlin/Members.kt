package percolate.kernel.kotlin

import org.jetbrains.kotlin.descriptors.ClassDescriptor
import org.jetbrains.kotlin.resolve.DescriptorUtils

/** What a class has in place of a member that it has not. */
internal object Members {
    private val OPERATORS =
        mapOf(
            "add" to ("plus" to "+"),
            "sub" to ("minus" to "-"),
            "subtract" to ("minus" to "-"),
            "mul" to ("times" to "*"),
            "multiply" to ("times" to "*"),
            "divide" to ("div" to "/"),
        )
    private val CALLS =
        mapOf(
            "matmul" to "mm(…)",
            "dot" to "mm(…)",
            "neg" to "unaryMinus()",
            "T" to "t()",
            "transpose" to "t()",
            "view" to "reshape(…)",
            "numpy" to "toFloatArray()",
            "tolist" to "toFloatArray()",
            "astype" to "to(…)",
            "forward" to "predict(…)",
            "call" to "predict(…)",
            "predict" to "apply(…)",
            "fit" to "train(…).fit()",
            "compile" to "train(…).fit()",
        )
    private val SENTENCES =
        mapOf(
            "backward" to "gradients are asked for: val g = gradients(net) { … }, then g.of(…); or train with opt.step { … }",
            "grad" to "g.of(…) gives it, where val g = gradients(…) { … }",
            "zero_grad" to "gradients never add up here: leave it out",
            "zeroGrad" to "gradients never add up here: leave it out",
        )
    private val METRICS = setOf("accuracy", "precision", "recall", "f1", "auc", "iou", "mse", "mae", "r2", "perplexity")
    private val CHANGES = setOf("add", "remove", "set", "put", "clear", "addAll", "removeAt")
    private val RECEIVER = Regex("""[\w.]+(?:\([^()]*\))?$""")
    private val ARGUMENT = Regex("""\w+\s*\(\s*([\w."]+)\s*\)""")

    /**
     * @param before the text up to the dot
     * @return null where nothing takes its place
     */
    fun instead(
        complaint: Complaint,
        owner: ClassDescriptor,
        before: String,
    ): String? {
        val receiver = RECEIVER.find(before)?.value ?: "…"
        val operator = OPERATORS[complaint.name]?.takeIf { has(owner, it.first) }?.second
        val call = CALLS[complaint.name]?.takeIf { has(owner, it.substringBefore('(')) }
        return when {
            operator != null -> "write $receiver $operator ${argument(complaint)}"
            call != null -> "write $receiver." + call.replaceFirst("…", argument(complaint))
            complaint.name in METRICS && has(owner, "get") && has(owner, "series") -> "write $receiver.get(\"${complaint.name}\")"
            complaint.name in SENTENCES -> SENTENCES.getValue(complaint.name)
            complaint.name in CHANGES && isCollection(owner) -> Hints.NO_CHANGE
            else -> null
        }
    }

    private fun argument(complaint: Complaint) = ARGUMENT.matchAt(complaint.cell.text, complaint.offset)?.groupValues?.get(1) ?: "…"

    private fun has(
        owner: ClassDescriptor,
        member: String,
    ) = owner.unsubstitutedMemberScope.getFunctionNames().any { it.asString() == member }

    private fun isCollection(owner: ClassDescriptor) =
        DescriptorUtils.getFqNameSafe(owner).asString().let { it.startsWith("kotlin.collections.") || it.startsWith("kotlin.Array") }
}
