package percolate.kernel.kotlin

/** What to write instead where tensors are taken for numbers and lists, and trainings for those of other libraries. */
internal object TensorHints {
    private const val ONE = "a tensor of one element gives its number with "

    private const val LOSS =
        """\b(crossEntropy|binaryCrossEntropy|mse|mae|huber|hinge)\(((?:[^(),]|\([^()]*(?:\([^()]*\))?\))+,(?:[^(),]|\([^()]*(?:\([^()]*\))?\))+)\)"""
    private const val STEP = "an optimizer steps once it knows what to train: val opt = $1.on(net), then opt.step { … }"

    private fun wanted(
        type: String,
        hint: String,
    ) = Hint("type is Tensor but $type\\b", "", "", hint)

    private val OF_OTHERS =
        listOf(
            Hint("^Too many arguments for open fun (\\w+)\\(\\): Activated", "", """\b(\w+)\((\w+)\)""", "write $2.$1(…)"),
            Hint(
                "^Unresolved",
                "^(?:exp|sqrt|abs|sin|cos|log)$",
                """\b(\w+)\((\w+)\)""",
                "write $2.$1() of a tensor; import kotlin.math.* brings $1 of a number",
            ),
            Hint("Tensor\\(array: Array\\)|expected type Array$", "", """\bTensor\(([^()]*)\)""", "write tensor($1)"),
            Hint("Tensor|^Too many arguments", "", LOSS, "write $1().of($2)"),
            Hint(
                "^None of",
                "^derivative$",
                """\bderivative\(\s*([^(){}]+)\)\s*\{\s*it""",
                "the function stands first: derivative({ t -> … }, $1)",
            ),
            Hint(
                "^For-loop range",
                "",
                """\bin\s+(data|train|test|validation|\w+\(\))\s*\)""",
                "batches(32) gives a data set's examples: in $1.batches(32)",
            ),
            Hint(
                "^For-loop range",
                "",
                """\bin\s+(\w+)\s*\)""",
                "$1.unstack(0) gives the parts of a tensor, batches(32) those of a data set",
            ),
            Hint("^Expecting '\\)'", "", """[(,]\s*\(\s*\d+\s*,""", "the numbers stand alone, as in conv2d(6, 5, 5) or randn(2, 3)"),
            Hint(
                "is (?:Pair|Array|IntArray|List)\\b.* but Int was",
                "",
                "",
                "the numbers stand alone, as in conv2d(6, 5, 5) or reshape(7, 1)",
            ),
            Hint("is \\w+ but Run was expected", "^\\w+$", """\bplot\(""", "plot takes a run, or x and y, as in plot(x, y)"),
            Hint("^None of", "^(?:predict|apply)$", "", "examples come as tensors, a row each, as in tensor(5.1, 3.5).reshape(1, 2)"),
            Hint(
                "expected type Tensor|is Dataset but Tensor",
                "",
                "",
                "a model takes tensors, a row for each example; those of a data set are x()",
            ),
            Hint("^This type has a constructor", "^(\\w+)$", "", "write $1()"),
            Hint(
                "does not implement abstract .*percolate\\.Layer",
                "",
                "",
                "a layer of your own extends Custom(), and says override fun forward(x: Tensor): Tensor",
            ),
            Hint(
                "^Type inference failed",
                "",
                """\b(\w+)\.weights\(\)\[""",
                "weights are known by their names: $1.weight(\"dense1.weight\")",
            ),
            Hint("^Expected annotation identifier", "", """(\w+)\s+@\s+(\w+)""", "matrices are multiplied with $1.mm($2)"),
            Hint(
                "^No value passed for parameter 'rate'",
                "",
                """\b(adam|adamW|nadam|sgd|rmsprop|adagrad)\(\s*\)""",
                "an optimizer needs its rate, as in $1(0.001)",
            ),
            Hint("^nothing of", "^map$", "", "a tensor calculates with all its elements at once, as in x * 2"),
            Hint("^None of", "^model$", """\bmodel\((\s*input\(.*\))\s*$""", "model takes nodes, sequential layers: write sequential($1"),
        )

    val ALL =
        OF_OTHERS +
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
