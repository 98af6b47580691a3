package percolate.kernel.kotlin

import percolate.kernel.language.Cell
import percolate.kernel.language.Clash
import percolate.kernel.language.Clashes
import percolate.kernel.language.Language
import percolate.kernel.language.SharedType
import percolate.kernel.language.Variable
import java.util.concurrent.ConcurrentHashMap

/**
 * Another language as Kotlin cells see it: the static fields, methods and classes of its cells, which are imported where
 * a cell names them. What Kotlin has declared itself under that name goes before; where that is another thing, it is told.
 *
 * @param showClasses lets the compiler see the classes of the other language's cells
 */
internal class Neighbour(
    private val own: Language,
    private val other: Language,
    private val clashes: Clashes,
    private val showClasses: () -> Unit,
) {
    private val told = ConcurrentHashMap.newKeySet<String>()

    /** What a cell of this text has to import. */
    fun imports(text: String): List<String> = names(text).let { used -> Search({ it in used }, ::tell, clashes::tellOnce).imports() }

    /** The same for a text that is looked at only: also what it begins to name, and nothing is told. */
    fun importsForReading(text: String): List<String> =
        names(text).let { words -> Search({ name -> words.any(name::startsWith) }, {}, {}).imports() }

    /** Tells which names have got a second meaning by a cell that has run. */
    fun tellNew(cell: Cell) {
        val new = own.variables().filter { it.cell() == cell.number }.map(Variable::name)
        Search({ it in new }, ::tell, clashes::tellOnce).variables()
    }

    private fun names(text: String) = NAME.findAll(text).map { it.value }.toSet()

    private fun tell(sentence: String) {
        if (told.add(sentence)) System.err.println(sentence)
    }

    /** What the other language has under some names, and what Kotlin has itself. */
    private inner class Search(
        private val isUsed: (String) -> Boolean,
        private val tell: (String) -> Unit,
        private val clashes: (Clash) -> Unit,
    ) {
        fun imports(): List<String> = (variables() + functions() + types()).also { if (it.isNotEmpty()) showClasses() }

        fun variables(): List<String> {
            val theirs = other.variables().filter { isUsed(it.name()) }
            if (theirs.isEmpty()) return listOf()
            val mine = own.variables().associateBy(Variable::name)
            theirs.forEach { one -> mine[one.name()]?.let { tellClash(it, one) } }
            return theirs.filter { it.name() !in mine }.mapNotNull(::import)
        }

        private fun import(variable: Variable): String? {
            variable.hindrance().ifPresent(tell)
            val field = variable.field().filter { variable.hindrance().isEmpty }
            return field.map { member(it.declaringClass, it.name) }.orElse(null)
        }

        fun functions(): List<String> {
            val theirs = other.functions().filter { isUsed(it.name()) && it.receiver() == null }
            if (theirs.isEmpty()) return listOf()
            val mine = own.functions().associate { it.name() to it.cell() }
            theirs.forEach { tellClash(it.name(), "a function", mine[it.name()], it.cell()) }
            return theirs.filter { it.name() !in mine }.map { member(it.method().declaringClass, it.name()) }.distinct()
        }

        fun types(): List<String> {
            val theirs = other.types().filter { isUsed(it.name()) }
            if (theirs.isEmpty()) return listOf()
            val mine = own.types().associate { it.name() to it.cell() }
            theirs.forEach { tellClash(it.name(), "a type", mine[it.name()], it.cell()) }
            return theirs.filter { it.name() !in mine }.map { JavaClasses.nameHere(it.type()) }
        }

        private fun member(
            type: Class<*>,
            name: String,
        ) = JavaClasses.nameHere(type) + ".`$name`"

        private fun tellClash(
            mine: Variable,
            theirs: Variable,
        ) {
            if (!SharedType.isSame(mine.javaType(), theirs.javaType())) {
                clashes(Clash(mine.name(), Clash.Side.of(own, mine), Clash.Side.of(other, theirs)))
            }
        }

        private fun tellClash(
            name: String,
            what: String,
            mine: Int?,
            theirs: Int,
        ) {
            if (mine != null) clashes(Clash(name, Clash.Side(own, what, mine), Clash.Side(other, what, theirs)))
        }
    }

    private companion object {
        val NAME = Regex("""[\p{L}_][\p{L}\p{N}_]*+""")
    }
}
