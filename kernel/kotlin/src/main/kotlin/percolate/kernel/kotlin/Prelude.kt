package percolate.kernel.kotlin

/** What every Kotlin session starts with: the display functions, and the words that Kotlin notebooks elsewhere use. */
internal object Prelude {
    /** The property with the cells' values by their number. */
    const val OUT = "Out"

    val TEXT =
        """
        import percolate.kernel.api.Display.*
        import percolate.kernel.api.Input.*
        import percolate.kernel.api.MimeBundle
        val $OUT = java.util.TreeMap<Int, Any?>()
        fun DISPLAY(value: Any?) = display(value)
        fun HTML(html: String) = MimeBundle.text(html).with(MimeBundle.HTML, html)
        fun MIME(vararg forms: Pair<String, Any>) = MimeBundle(mapOf(*forms), mapOf())
        """.trimIndent()

    /** A text that is only asked about: a name at its start, a member at its end. */
    const val QUESTION = "listOf(1).fi"

    /** Cells that nobody sees, which make the compiler load what a first cell needs. */
    val EXERCISES = listOf("listOf(1, 2).map { \"\${it + 1}\" }.filter { it.length == 1 }", "1 + 1")
}
