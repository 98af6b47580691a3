package percolate.kernel.kotlin

/** What to write instead where tensors are taken for numbers and lists, and trainings for those of other libraries. */
internal object TensorHints {
    private const val ONE = "a tensor of one element gives its number with "

    private const val STEP = "an optimizer steps once it knows what to train: val opt = $1.on(net), then opt.step { … }"

    private fun wanted(
        type: String,
        hint: String,
    ) = Hint("type is Tensor but $type\\b", "", "", hint)

    val ALL =
        listOf(
            wanted("Int", "$ONE.toInt()"),
            wanted("Long", "$ONE.toInt().toLong()"),
            wanted("Float", "$ONE.item()"),
            wanted("Double", "$ONE.item().toDouble()"),
            wanted("Number", "$ONE.item()"),
            wanted("Boolean", "a condition is one true or false: take a number out, as in x.item() > 0"),
            Hint("^Expecting a name", "", """\.var\s*\(([^()]*)\)""", "var is a word of Kotlin's own: write variance($1)"),
            Hint(
                "Tensor",
                "",
                """(?:^|\s|\{)(\w+)\[([^\]]+)]\s*=(?!=)\s*([^;}]+?)\s*(?:[;}]|$)""",
                "a tensor keeps its elements: $1.set(tensor($3), $2) gives a copy with another one",
            ),
            Hint(
                "^None of",
                "^(?:train|evaluate)$",
                """\.(train|evaluate)\(\s*([\w.]+)\s*,\s*([\w.]+)\s*\)""",
                "examples and targets go together: write $1(dataset($2, $3))",
            ),
            Hint(
                "Number",
                "^split$",
                """\.split\(\s*\d*\.?\d+\s*\)""",
                "split takes the training part's share and a seed, as in split(0.8, 42)",
            ),
            Hint(
                "^(None of|Too many arguments)",
                "",
                """\b(sgd|adam|adamW|nadam|rmsprop|adagrad|adadelta)\(\s*(\w+)\.parameters\(\)\s*,\s*(?:lr\s*=\s*)?([\w.]+)\s*\)""",
                "an optimizer takes its rate alone: write $1($3).on($2)",
            ),
            Hint(
                "",
                "",
                """((?:sgd|adam|adamW|nadam|rmsprop|adagrad|adadelta)\([^()]*\))\.step\b""",
                STEP,
            ),
            Hint(
                "^Cannot access 'step'",
                "",
                """\b(\w+)\.step\b""",
                STEP,
            ),
        )
}
