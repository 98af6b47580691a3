package percolate.kernel.kotlin

/** What to write instead, for the mistakes that those make most who come from Java or Python, or are new. */
internal object Hints {
    private class Hint(
        val message: Regex,
        val line: Regex,
        val words: (MatchResult, MatchResult) -> String,
    )

    private const val ANY = ""
    private const val SYNTAX = "^(Expecting|Unexpected tokens|Property getter or setter|Unresolved reference|Unsupported|Variable expected)"
    private const val TYPE = """(?:int|long|double|float|boolean|char|byte|short|void|[A-Z]\w*(?:<[^=]*>)?)(?:\[])*"""

    private fun hint(
        message: String,
        line: String,
        words: String,
    ) = Hint(Regex(message), Regex(line)) { _, _ -> words }

    /** A hint about the line as it is written. */
    private fun written(
        line: String,
        words: (List<String>) -> String,
    ) = Hint(Regex(SYNTAX), Regex(line)) { _, found -> words(found.groupValues) }

    private val ALL =
        listOf(
            written("""\bnew\s+(\w+)\s*\[""") { "an array is made with ${it[1].replaceFirstChar(Char::uppercase)}Array(3) or arrayOf(…)" },
            written("""\bnew\s+([\w.]+)""") { "Kotlin has no new: write ${it[1]}(…)" },
            written("""\bfor\s*\([^)]*;""") { "a loop that counts is written for (i in 0 until 10)" },
            written("""\bfor\s*\(([^):]*\s)?(\w+)\s*:\s*([\w.]+)""") { "a loop is written for (${it[2]} in ${it[3]})" },
            written("""\bswitch\s*\(""") { "Kotlin's switch is when (x) { 1 -> …; else -> … }" },
            written("""^\s*(?:public\s+|private\s+|static\s+|final\s+)*(?:void|$TYPE)\s+(\w+)\s*\(""") {
                "a function is written fun ${it[1]}(x: Int): Int { … }"
            },
            written("""^\s*def\s+(\w+)""") { "a function is written fun ${it[1]}(x: Int): Int { … }" },
            written(
                """\bfun\s+\w*\s*\(\s*($TYPE)\s+(\w+)""",
            ) { "a parameter's type stands after its name: ${it[2]}: ${kotlinType(it[1])}" },
            written("""\{\s*\d[^{}>]*,[^{}>]*}""") { "a list is made with listOf(1, 2), an array with intArrayOf(1, 2)" },
            written("""^\s*(?:final\s+)?$TYPE\s+(\w+)\s*(=|;|$)""") { "a variable is written val ${it[1]} = …, or var if it is to change" },
            written("""\binstanceof\b""") { "Kotlin's instanceof is is: x is String" },
            written("""\bclass\b.*\b(extends|implements)\s+(\w+)""") { "Kotlin's ${it[1]} is a colon: class A : ${it[2]}()" },
            written("""\(\s*\(?[\w, ]+\)?\s*->""") { "a lambda stands in braces: { x -> x + 1 }" },
            written("""\belif\b""") { "write else if" },
            written("""^\s*(while|if|for)\s+\w""") { "what follows ${it[1]} stands in parentheses" },
            written("""\?[^.:?]*[^:]:[^:]""") { "Kotlin has no ? : but if is an expression: if (a) b else c" },
            written("""\[[^\]]*,""") { "a list is made with listOf(1, 2), an array with intArrayOf(1, 2)" },
            hint("^Unresolved reference: (True|False|None)$", ANY, "Kotlin writes true, false and null"),
            hint("^Unresolved reference: length$", ANY, "a text has a length, a collection or array has a size"),
            hint(
                "^Unresolved reference: (add|remove|set|put|clear|addAll)$|^No set method",
                ANY,
                "this cannot be changed: make it with mutableListOf(…) or mutableMapOf(…)",
            ),
            hint(
                "^nothing of this name is made",
                """\w\[[^\]]*]\s*=""",
                "this cannot be changed: make it with mutableListOf(…) or mutableMapOf(…)",
            ),
            hint("^Unresolved reference: (sqrt|exp|ln|sin|cos|tan|pow|abs|floor|ceil|round|PI|E)$", ANY, "import kotlin.math.* brings it"),
            hint("^Unresolved reference: Random$", ANY, "import kotlin.random.Random brings it"),
            hint("^Unresolved reference: (LocalDate|LocalTime|LocalDateTime|Instant|Duration)$", ANY, "import java.time.* brings it"),
            hint("^Unresolved reference: (Files|Path|Paths)$", ANY, "import java.nio.file.* brings it"),
            hint("^Unresolved reference: (Scanner|Date|Locale|UUID)$", ANY, "import java.util.* brings it"),
            hint("^Unresolved reference", """^\s*import\s""", "the class path lacks it; %maven group:artifact:version adds a library"),
            hint("^Val cannot be reassigned", ANY, "declare it with var if it is to change"),
            hint("^Only safe ", ANY, "this may be null: ?. gives null then, !!. fails then, and ?: gives another value"),
            hint("^Null can not be a value", ANY, "a type that allows null ends with ?, as in Int?"),
            hint("inferred type is (.+)\\? but \\1 was expected", ANY, "this may be null: ?: gives another value then, !! fails then"),
            hint("but Unit was expected", "\\breturn\\b", "say what the function returns: fun f(x: Int): Int { … }"),
            hint("but Object was expected", ANY, "Kotlin's Object is Any"),
            hint("type is String but Int was expected", ANY, "a text becomes a number with .toInt()"),
            hint("but String was expected|expected type String", ANY, "anything becomes a text with .toString(), or within one as \"\$x\""),
            hint("literal does not conform to the expected type Float", ANY, "a Float is written with an f, as in 0.1f"),
            hint(
                "(literal does not conform to the expected type|but) Double",
                ANY,
                "a Double is written with a point, as in 2.0; .toDouble() makes one",
            ),
            hint("literal does not conform to the expected type Int", ANY, "an Int has no L and no point; .toInt() makes one"),
            hint("literal does not conform to the expected type Boolean|but Boolean was", ANY, "a condition is a comparison, as in x != 0"),
            hint(
                "^Operator '==' cannot be applied to 'String' and 'Char'",
                ANY,
                "a text stands in double quotes, also one of a single letter",
            ),
            hint("^Too many characters in a character literal", ANY, "a text stands in double quotes"),
            hint(
                "^A 'return' expression required",
                ANY,
                "write return before the last expression, or the function as fun f(x: Int) = x + 1",
            ),
            hint("^'return' is not allowed here", ANY, "a cell's value is that of its last expression: leave return out"),
            hint("^'when' expression must be exhaustive", ANY, "add else -> … as the last branch"),
            hint(
                "^Property must be initialized|must either have a type annotation",
                ANY,
                "give it a value, or a type and lateinit: lateinit var x: String",
            ),
            hint("^Cannot infer a type for this parameter", ANY, "give its type: { x: Int -> x + 1 }"),
            hint("^Function invocation '(\\w+)\\(\\)' expected", ANY, "arguments stand in parentheses"),
            hint("^Smart cast to .* is impossible", ANY, "it could change in between: copy it first, as in val now = x"),
            hint("^None of the following functions can be called", """\d\s*\+\s*"""", "to join a number and a text write \"\${n}text\""),
            hint("^Cannot create an instance of an abstract class", ANY, "make one that says what is left open: object : S() { … }"),
            hint("^Const 'val'", ANY, "leave const out"),
            hint(
                "^(Conflicting declarations|Redeclaration)",
                ANY,
                "a name may be declared once in a cell; the next cell may declare it anew",
            ),
            hint(
                "^Suspend function",
                ANY,
                "call it in runBlocking { … }; %maven org.jetbrains.kotlinx:kotlinx-coroutines-core:1.10.2 adds that",
            ),
            hint("^Expecting '\"'", ANY, "a quote that was opened is not closed"),
            hint("^Expecting '[)}\\]]'", ANY, "a bracket that was opened is not closed"),
        )

    /** @return null where we know no better than the compiler */
    fun of(
        message: String,
        line: String,
    ): String? =
        ALL.firstNotNullOfOrNull { hint ->
            val inMessage = hint.message.find(message)
            val inLine = hint.line.find(line)
            if (inMessage == null || inLine == null) null else hint.words(inMessage, inLine)
        }

    private fun kotlinType(java: String) =
        java.removeSuffix("[]").replaceFirstChar(Char::uppercase) + if (java.endsWith("[]")) "Array" else ""
}
