package percolate.kernel.kotlin

/** Imports as a session names them, in Java's words, and as cells write them. */
internal object Imports {
    /** The classes of `java.util` whose names Kotlin has for its own, better ones. */
    private val OWN = listOf("Collection", "Iterator", "List", "ListIterator", "Map", "Set")
    private val JAVA_UTIL = Regex("""^([ \t]*import[ \t]+java\.util\.\*)(?=[ \t]*(;|//|$))""", RegexOption.MULTILINE)
    private val BESIDE = OWN.joinToString("") { "; import kotlin.collections.$it" }

    /** `static percolate.Percolate.*` is `import percolate.Percolate.*`. */
    fun line(name: String) = "import " + name.removePrefix("static ").trim()

    /**
     * A text in which `import java.util.*` leaves `List` and the like what they are in Kotlin, as it does in a file, but
     * not in the REPL. All other places of the text stay.
     */
    fun keepingOwnNames(text: String) = if ("java.util.*" in text) JAVA_UTIL.replace(text) { it.value + BESIDE } else text
}
