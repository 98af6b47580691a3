package percolate.kernel.kotlin

import percolate.kernel.cells.CellLoader
import percolate.kernel.cells.Interruption
import percolate.kernel.language.Cell
import percolate.kernel.language.Clashes
import percolate.kernel.language.DeclaredFunction
import percolate.kernel.language.DeclaredType
import percolate.kernel.language.Language
import percolate.kernel.language.Variable
import java.util.concurrent.ConcurrentHashMap
import java.util.concurrent.CopyOnWriteArrayList

/**
 * What Kotlin's cells and those of other languages have of each other. A Kotlin cell gets imports of what it names; other
 * languages ask for [variables], [types] and [functions].
 */
internal class Sharing(
    private val repl: Repl,
    loader: CellLoader,
    private val interruption: Interruption,
) : AutoCloseable {
    private val ran = ArrayList<Lazy<Declared>>()
    private val neighbours = CopyOnWriteArrayList<Neighbour>()

    /** What cells have imported stays imported for the cells that follow. */
    private val imported = ConcurrentHashMap.newKeySet<String>()
    private val javaClasses = JavaClasses(loader)

    /** The newest of each name. */
    val variables get() = newest { it.variables.associateBy(Variable::name) }
    val types get() = newest { it.types.associateBy(DeclaredType::name) }
    val functions: List<DeclaredFunction>
        get() = newest { it.functions.groupBy { one -> one.name() + one.method().parameterTypes.map(Class<*>::getName) } }.flatten()

    private fun <T> newest(named: (Declared) -> Map<String, T>): List<T> {
        val found = LinkedHashMap<String, T>()
        declared().forEach { found.putAll(named(it)) }
        return found.values.toList()
    }

    /** What the compiler knows of the cells has to be asked for on its thread, once. */
    private fun declared(): List<Declared> {
        val all = synchronized(ran) { ran.toList() }
        val unknown = all.filterNot { it.isInitialized() }
        if (unknown.isNotEmpty()) repl.compiling { unknown.forEach { it.value } }
        return all.map { it.value }
    }

    fun meet(
        own: Language,
        other: Language,
        clashes: Clashes,
    ) {
        neighbours.add(Neighbour(own, other, clashes) { javaClasses.write()?.let(repl::show) })
    }

    /** What is to stand before a cell's own text. */
    fun head(
        cell: Cell,
        text: String,
    ): Head = head(cell, text, neighbours.flatMap { it.imports(cell.text) })

    /** The same for a text that is looked at only; also what it begins to name is imported, and nothing is told. */
    fun headForReading(text: String): Head = head(Cell(0, text), text, neighbours.flatMap { it.importsForReading(text) })

    private fun head(
        cell: Cell,
        text: String,
        names: List<String>,
    ): Head {
        val new = names.filterNot(imported::contains)
        val words = new.joinToString("") { "import $it; " }
        val offset = if (words.isEmpty()) 0 else start(text)
        return Head(cell, new, if (offset == 0) words else " $words", offset)
    }

    /** Where imports may stand: after annotations of the file and its package, which have to come first. */
    private fun start(text: String): Int =
        if (!FIRST.containsMatchIn(text)) {
            0
        } else {
            repl.compiling {
                val file = it.parsed(text)
                maxOf(file.fileAnnotationList?.textRange?.endOffset ?: 0, file.packageDirective?.textRange?.endOffset ?: 0)
            }
        }

    /** A cell has been compiled, and has run to its end or failed. */
    fun ran(
        head: Head,
        snippet: Snippets.Snippet,
    ) {
        imported.addAll(head.imports)
        val cell = head.cell
        val instance = snippet.instance ?: return
        synchronized(ran) { ran.add(lazy { Declared(cell, instance, snippet.script, interruption) }) }
        neighbours.forEach { it.tellNew(cell) }
    }

    override fun close() = javaClasses.close()

    private companion object {
        val FIRST = Regex("""(?m)^\s*(@file:|package\s)""")
    }
}
