package percolate.kernel.kotlin

/** What to write instead, for the mistakes that those make most who come from Java, Python or JavaScript, or are new. */
internal object Hints {
    private const val TYPE = """(?:int|long|double|float|boolean|char|byte|short|void|[A-Z]\w*(?:<[^=]*>)?)(?:\[])*"""
    private const val SYNTAX = "^(Expecting|Unexpected tokens|Property getter or setter|Unresolved reference|Unsupported|Variable expected)"
    private const val FUNCTION = "a function is written fun $1(x: Int): Int { … }"
    private const val VARIABLE = "a variable is written val $1 = …, or var if it is to change"
    private const val LIST = "a list is made with listOf(1, 2), an array with intArrayOf(1, 2)"
    private const val LOGIC = "Kotlin writes && for and, || for or, ! for not"
    private const val POWER = "a power is written Math.pow(2.0, 3.0), of a tensor x.pow(2)"

    /** Where a name stands for itself that could be a text. */
    private const val QUOTABLE =
        """(?:\b(?:print|println|display|title|named|load|save|export|weight|freeze|unfreeze|upTo)\(|:\s*String\s*=)""" +
            """\s*\w+\s*(?:\)|$)"""
    const val NO_CHANGE = "this cannot be changed: make it with mutableListOf(…) or mutableMapOf(…)"
    private const val UNINITIALIZED = "^Property must be initialized"
    private const val CHART =
        "plot(x, y) draws lines here; for other pictures make a chart of org.knowm.xchart, which a cell shows as well"
    private const val PYTHON = "Kotlin has no library of Python's; import kotlin.math.* brings sqrt and the like, tensor(…) makes a tensor"

    /** A line that is written as in another language. */
    private fun written(
        line: String,
        words: String,
    ) = Hint(SYNTAX, "", line, words)

    /** What the compiler says, which is the same however the line is written. */
    private fun said(
        words: String,
        hint: String,
    ) = Hint(words, "", "", hint)

    /** A name that is known elsewhere. */
    private fun named(
        name: String,
        words: String,
    ) = Hint("^(Unresolved reference|nothing of this name)", "^(?:$name)$", "", words)

    private val HABITS =
        listOf(
            Hint("", "", "[“”„‘’]", "texts stand in straight quotes, as in \"hello\""),
            written("""^\s*#""", "a comment starts with //"),
            Hint(
                "^Expecting",
                "",
                """\b(?:va[lr]|fun)\s+(as|break|class|continue|do|else|for|fun|if|in|interface|is|null|object|package|return|""" +
                    """super|this|throw|true|false|try|typealias|typeof|val|var|when|while)\b\s*[=:(;]""",
                "$1 is a word of Kotlin's own: choose another name, or write `$1`",
            ),
            Hint(SYNTAX, "^else$", "", "an else stands right behind the statement or block of its if"),
            Hint("type is String but Optimizer", "", """\boptimizer\s*\(\s*"(\w+)"\s*\)""", "write optimizer($1(0.001))"),
            Hint("type is String but Loss", "", """\bloss\s*\(\s*"(\w+)"\s*\)""", "write loss($1()) if this is one of ours"),
            Hint(
                "^None of",
                "^tensor$",
                """\btensor\s*\(\s*(?:list|array)Of\s*\(\s*(?:list|(?:int|double|float)?[aA]rray)Of""",
                "rows are arrays, as in tensor(arrayOf(doubleArrayOf(1.0, 2.0), doubleArrayOf(3.0, 4.0)))",
            ),
            Hint(
                "^None of",
                "^sequential$",
                """\bsequential\s*\((?!\s*input\b).*\binput\s*\(""",
                "input(…) stands first, as in sequential(input(3), dense(4))",
            ),
            written("""\bnew\s+(\w+)\s*\[""", "an array is made with #1Array(3), arrayOf(…) or arrayOfNulls<#1>(3)"),
            written("""\bnew\s+([\w.]+)""", "Kotlin has no new: write $1(…)"),
            written("""\bfor\s*\([^)]*;""", "a loop that counts is written for (i in 0 until 10)"),
            written("""\bfor\s*\((?:[^):]*\s)?(\w+)\s*:\s*([\w.]+)""", "a loop is written for ($1 in $2)"),
            Hint("", "^range$", """\brange\s*\(\s*([^(),]+?)\s*\)""", "Python's range($1) is 0 until $1"),
            Hint("", "^range$", """\brange\s*\(\s*([^(),]+?)\s*,\s*([^(),]+?)\s*\)""", "Python's range($1, $2) is $1 until $2"),
            written("""\bswitch\s*\(""", "Kotlin's switch is when (x) { 1 -> …; else -> … }"),
            written("""\bfun\b.*\)\s*throws\b""", "Kotlin needs no throws: leave it out"),
            written("""^\s*(?:public\s+|private\s+|static\s+|final\s+)*(?:void|$TYPE)\s+(\w+)\s*\(""", FUNCTION),
            written("""^\s*(?:def|func|function|fn|sub)\s+(\w+)""", FUNCTION),
            written("""\bfun\s+\w*\s*\(\s*($TYPE)\s+(\w+)""", "a parameter's type stands after its name: $2: #1"),
            written("""\{\s*"?\w+"?\s*:[^{}]*}""", "a map is made with mapOf(\"a\" to 1, \"b\" to 2)"),
            written("""\{\s*\d[^{}>]*,[^{}>]*}""", LIST),
            written("""^\s*(?:(?:public|private|static|final)\s+)*$TYPE\s+(\w+)\s*(=|;|$)""", VARIABLE),
            written("""^\s*(?:let|const|auto|final|static)\s+(\w+)\s*=""", VARIABLE),
            written("""\binstanceof\b""", "Kotlin's instanceof is is: x is String"),
            written("""\bclass\b.*\b(extends|implements)\s+(\w+)""", "Kotlin's $1 is a colon: class A : $2()"),
            written("""\(($TYPE)\)\s*(\w+)""", "Kotlin converts with $2.to#1()"),
            written("""\blambda\s+(\w+)\s*:""", "a lambda is written { $1 -> $1 + 1 }, with its type { $1: Int -> $1 + 1 }"),
            written("""\(\s*\(?[\w, ]+\)?\s*->""", "a lambda stands in braces: { x -> x + 1 }"),
            written("""=>""", "a lambda is written { x -> x + 1 }"),
            written("""\b(elif|elsif|elseif)\b""", "write else if"),
            written("""^\s*(try|except|finally)\b.*:\s*$""", "Kotlin writes try { … } catch (e: Exception) { … }"),
            Hint("", "", """\s(and|or)\s.*[<>=!]|[<>=!].*\s(and|or)\s|(^|[\s(])not\s+\w""", LOGIC),
            written("""^\s*for\s+(\w+)\s+in\s+range\s*\(\s*([^(),]+?)\s*\)""", "a loop is written for ($1 in 0 until $2) { … }"),
            written("""^\s*for\s+(\w+)\s+in\s+(\w+)""", "a loop is written for ($1 in $2) { … }"),
            written("""^\s*(while|if|for)\s+[\w!].*:\s*$""", "what follows $1 stands in parentheses, and a block in braces"),
            written("""^\s*(while|if|for)\s+[\w!]""", "what follows $1 stands in parentheses"),
            written("""^\s*(if|while|for|else|with|class)\b.*:\s*$""", "a block stands in braces, as in if (x > 0) { … }"),
            written("""\?[^.:?]*[^:]:[^:]""", "Kotlin has no ? : but if is an expression: if (a) b else c"),
            written("""^\s*from\s+\S+\s+import\b""", "an import is written import kotlin.math.sqrt"),
            Hint("", "", """^\s*import\s+(numpy|torch|tensorflow|pandas|math|random|os|sys|re|json|matplotlib)\b""", PYTHON),
            Hint("", "^f$", """\bf"""", "a text takes values with a dollar sign, as in \"hello \${name}\" or \"\$name\""),
            written("""\w\s*\*\*\s*\w|\d\s*\^\s*\d""", POWER),
            Hint("", "", """\b(?:List|Set|Map)\.of\(""", "write listOf(1, 2), setOf(1, 2) or mapOf(\"a\" to 1)"),
            written("""^\s*del\s+(\w+)\[(.+)]""", "write $1.removeAt($2) for a list, $1.remove($2) for a map"),
            written("""\[[^\]]*,""", LIST),
            written("""=\s*\[\s*]""", "an empty list is made with mutableListOf<Int>()"),
            Hint("", "", """\b(?:if|while)\s*\([^=!<>()]*[^=!<>()]=[^=]""", "= gives a variable a value; == compares"),
            Hint("^None of", "^print(?:ln)?$", "", "print takes one value: put all into one text, as in \"\$a and \$b\""),
            Hint(
                "^Too many arguments",
                "",
                """\bprint(?:ln)?\(""",
                "print takes one value: put all into one text, as in \"\$a and \$b\"",
            ),
            Hint("^nothing of", "", """("[^"]*")\s*\*\s*(\w+)""", "a text is repeated with $1.repeat($2)"),
            Hint("^None of", "", """(\w+)\s*\*\s*("[^"]*")""", "a text is repeated with $2.repeat($1)"),
            Hint(
                "^nothing of",
                "^$",
                """\w\s*\*\s*\w""",
                "* is for numbers: a text is repeated with .repeat(3), a list is made with List(3) { 0 }",
            ),
            Hint("^None of", "", """\w\s*\+\s*"""", "to join a number and a text write \"\${n} text\""),
            Hint("^nothing of", "", """\w\[[^\]]*]\s*=""", NO_CHANGE),
            // names
            Hint("", "^int$", """\bint\s*\(\s*([^()]+?)\s*\)""", "Kotlin converts with $1.toInt()"),
            Hint("", "^float$", """\bfloat\s*\(\s*([^()]+?)\s*\)""", "Kotlin converts with $1.toDouble()"),
            Hint("", "^str$", """\bstr\s*\(\s*([^()]+?)\s*\)""", "Kotlin converts with $1.toString()"),
            Hint("", "^len$", """\blen\s*\(\s*([^()]+?)\s*\)""", "write $1.size for a list or array, $1.length for a text"),
            named("True|False|None|nil|undefined", "Kotlin writes true, false and null"),
            named("self", "write this"),
            named("np|torch|plt|pd|tf", "that is Python's; tensor(…) makes a tensor to calculate with"),
            named("scatter|histogram|hist|line|bar", CHART),
            named("imshow", "images(batch) shows images here"),
            named("input", "write readLine(\"…\")"),
            named("console", "println(…) prints"),
            named("string", "write String with a capital S"),
            named("int|long|double|float|boolean|char|byte|short", "Kotlin's types start with a capital: Int, Double, Boolean, …"),
            named("bool|Bool", "write Boolean"),
            named("void", "leave the type out where nothing is returned"),
            named("length", "a text has a length, a collection or array has a size"),
            named("append|push|push_back", "write add(…)"),
            named("charAt", "a text gives its letters with s[0]"),
            named("equalsIgnoreCase", "write equals(other, ignoreCase = true)"),
            named("sqrt|exp|ln|sin|cos|tan|pow|abs|floor|ceil|round|PI|E", "import kotlin.math.* brings it"),
            named("sum|average", "this adds up numbers: joinToString(\"\") joins texts, sumOf { … } adds up what you say"),
            named("get", "a Pair has first and second, a Triple third too; a list and a map have [ ]"),
            // what the compiler says
            said("^No set method", NO_CHANGE),
            said(
                "^Expression '(\\w+)' of type '(?:Int|String|Boolean|.*List<.*>|.*Set<.*>)' cannot be invoked",
                "$1 is no function: leave its parentheses out",
            ),
            said("cannot be invoked as a function", "what stands before the parentheses is a value, not a function"),
            said("^A type annotation is required on a value parameter", "a parameter needs its type, as in x: Int or x: Double"),
            said("^Val cannot be reassigned", "declare it with var if it is to change"),
            said("^Only safe ", "this may be null: ?. gives null then, !!. fails then, and ?: gives another value"),
            said("nullable receiver '(.+)'", "$1 may be null: ($1 ?: 0) takes 0 then, $1!! fails then"),
            Hint(
                "^Operator '[<>=]+' cannot .*\\?|\\? but .* was expected",
                "",
                "",
                "this may be null: ?: gives another value then, !! fails then",
            ),
            said("^Null can not be a value", "a type that allows null ends with ?, as in Int?"),
            said("^'if' must have both", "an if that gives a value needs an else: if (a) b else c"),
            Hint(
                "recursive problem",
                "",
                """\bfun\s+(\w+)\s*\(([^)]*)\)""",
                "a function that calls itself says its type: fun $1($2): Int = …",
            ),
            Hint("but Unit was expected", "", "\\breturn\\b", "say what the function returns: fun f(x: Int): Int { … }"),
            said("(?:but|type) Object\\b", "Kotlin's Object is Any"),
            said("(?:but|type) Integer\\b", "Kotlin's Integer is Int"),
            said("(?:but|type) Character\\b", "Kotlin's Character is Char"),
            said("but Char was expected", "one letter stands in single quotes, as in 'a'"),
            said("type is String but (Int|Double|Long|Float) was expected", "a text becomes a number with .to$1()"),
            said("but String was expected|expected type String", "anything becomes a text with .toString(), or within one as \"\$x\""),
            said("literal does not conform to the expected type Float", "a Float is written with an f, as in 0.1f"),
            said(
                "(literal does not conform to the expected type|but) Double",
                "a Double is written with a point, as in 2.0; .toDouble() makes one",
            ),
            said("type is Double but (Int|Long) was", ".to$1() cuts the fraction off; Math.round(x) rounds"),
            Hint(
                "literal does not conform to the expected type Int",
                """^[\d_]{10,}$""",
                "",
                "this is too large for an Int, which ends at 2147483647; Long holds it",
            ),
            said("literal does not conform to the expected type Int|but Int was", "an Int has no L and no point; .toInt() makes one"),
            said("literal does not conform to the expected type Boolean|but Boolean was", "a condition is a comparison, as in x != 0"),
            said(
                "^Operator '==' cannot be applied to '(String|Char)' and '(String|Char)'",
                "a text stands in double quotes, also one of a single letter",
            ),
            said(
                "^Operator '=+' cannot be applied to '(.+)' and '(.+)'",
                "$1 and $2 are never equal: convert one, as with .toInt() or .toString()",
            ),
            Hint("^Too many characters in a character literal", "", "'([^']+)'", "a text stands in double quotes: \"$1\""),
            said("^A 'return' expression required", "write return before the last expression, or the function as fun f(x: Int) = x + 1"),
            said("^'return' is not allowed here", "a cell's value is that of its last expression: leave return out"),
            said("^'when' expression must be exhaustive", "add else -> … as the last branch"),
            Hint(UNINITIALIZED, "", """\b(va[lr]\s+\w+\s*:\s*(?:Int|Long|Byte|Short))\s*;?\s*$""", "give it a value, as in $1 = 0"),
            Hint(UNINITIALIZED, "", """\b(va[lr]\s+\w+\s*:\s*Double)\s*;?\s*$""", "give it a value, as in $1 = 0.0"),
            Hint(UNINITIALIZED, "", """\b(va[lr]\s+\w+\s*:\s*Float)\s*;?\s*$""", "give it a value, as in $1 = 0f"),
            Hint(UNINITIALIZED, "", """\b(va[lr]\s+\w+\s*:\s*Boolean)\s*;?\s*$""", "give it a value, as in $1 = false"),
            Hint(UNINITIALIZED, "", """\b(va[lr]\s+\w+\s*:\s*Char)\s*;?\s*$""", "give it a value, as in $1 = ' '"),
            said(
                "^Property must be initialized|must either have a type annotation",
                "give it a value, or a type and lateinit: lateinit var x: String",
            ),
            said("^Cannot infer a type for this parameter", "give its type: { x: Int -> x + 1 }"),
            Hint("^Function invocation '", "", """\b\w+[ \t]+["'\d]""", "arguments stand in parentheses"),
            said("^Function invocation '(\\w+)\\(\\)' expected", "write $1()"),
            said("^Function invocation '(\\w+)\\(.*\\)' expected", "arguments stand in parentheses"),
            said("^Smart cast to .* is impossible", "it could change in between: copy it first, as in val now = x"),
            said(
                "^No value passed for parameter '(.+)'",
                "one argument is missing; a parameter may have a value of its own, as in $1: Int = 0",
            ),
            said("^Too many arguments", "leave out what it does not take"),
            said("^Cannot create an instance of an abstract class", "make one that says what is left open: object : S() { … }"),
            Hint("^This type is final", "", """:\s*(\w+)""", "a class that others extend is open: open class $1"),
            said("needs 'override' modifier", "write override in front"),
            said(
                "does not implement abstract (?:base class )?member (?:abstract )?(.+) defined in (?:[\\w.]+\\.)?(\\w+)",
                "$2 asks for this: write override $1 into the class",
            ),
            said(
                "^Cannot access '(.+)': it is private in '(.+)'",
                "private is seen only inside $2: leave private out, or add a function that gives it",
            ),
            said("^Const 'val'", "leave const out"),
            said(
                "^(Conflicting|Redeclaration|the name is declared twice)",
                "a name may be declared once in a cell; the next cell may declare it anew",
            ),
            said(
                "^Suspend function",
                "call it in runBlocking { … }; %maven org.jetbrains.kotlinx:kotlinx-coroutines-core:1.10.2 adds that",
            ),
            said("^Expecting '\"'", "a quote that was opened is not closed"),
            said("^Expecting '[)}\\]]'", "a bracket that was opened is not closed"),
        )

    /** For names that are like none that exists. */
    private val UNKNOWN =
        listOf(
            Hint("^Unresolved", "", """^\s*import\s""", "the class path lacks it; %maven group:artifact:version adds a library"),
            Hint("^Unresolved", "", """^\s*(\w+)\s*=(?!=)\s*(.+?)\s*;?\s*$""", "declare it first: val $1 = $2, or var if it is to change"),
            Hint("^Unresolved", "^[A-Z]", "", "declare it in a cell, or import it"),
        )

    private val UNDECLARED =
        listOf(
            Hint("^Unresolved", "^\\w+$", QUOTABLE, "declare it first; a text stands in double quotes"),
            Hint("^Unresolved", "^(\\w+)$", "", "declare it first, as in val $1 = …"),
        )

    /** @return null where we know no better than the compiler */
    fun ofHabit(complaint: Complaint): String? = (TensorHints.ALL + HABITS).firstNotNullOfOrNull { it.of(complaint) }

    /** The same for a name of which nothing else is known. */
    fun ofUnknown(complaint: Complaint): String? =
        (if (complaint.isMember) UNKNOWN else UNKNOWN + UNDECLARED).firstNotNullOfOrNull { it.of(complaint) }
}
