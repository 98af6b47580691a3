package percolate.kernel.kotlin

import percolate.kernel.language.Cell
import percolate.kernel.language.Clash
import percolate.kernel.language.Language
import percolate.kernel.language.SharedType
import percolate.kernel.language.Variable

/**
 * Another language as Kotlin cells see it: the static fields, methods and classes of its cells, which are imported where
 * a cell names them. What Kotlin has declared itself under that name goes before; where that is another thing, it is told.
 *
 * @param showClasses lets the compiler see the classes of the other language's cells
 */
internal class Neighbour(
    private val own: Language,
    private val other: Language,
    private val showClasses: () -> Unit,
) {
    private val told = HashSet<String>()

    /** What a cell of this text has to import. */
    @Synchronized
    fun imports(text: String): List<String> {
        val used = NAME.findAll(text).map { it.value }.toSet()
        val found = variables(used) + functions(used) + types(used)
        if (found.isNotEmpty()) showClasses()
        return found
    }

    /** Tells which names have got a second meaning by a cell that has run. */
    @Synchronized
    fun tellNew(cell: Cell) {
        variables(own.variables().filter { it.cell() == cell.number }.map(Variable::name).toSet())
    }

    private fun variables(used: Set<String>): List<String> {
        val theirs = other.variables().filter { it.name() in used }
        if (theirs.isEmpty()) return listOf()
        val mine = own.variables().associateBy(Variable::name)
        theirs.forEach { one -> mine[one.name()]?.let { tellClash(it, one) } }
        return theirs.filter { it.name() !in mine }.mapNotNull(::import)
    }

    private fun import(variable: Variable): String? {
        variable.hindrance().ifPresent(::tell)
        val field = variable.field().filter { variable.hindrance().isEmpty }
        return field.map { JavaClasses.nameHere(it.declaringClass) + ".`" + it.name + "`" }.orElse(null)
    }

    private fun functions(used: Set<String>): List<String> {
        val theirs = other.functions().filter { it.name() in used && it.receiver() == null }
        if (theirs.isEmpty()) return listOf()
        val mine = own.functions().associateBy { it.name() }
        theirs.forEach { one -> mine[one.name()]?.let { tellClash(one.name(), A_FUNCTION, it.cell(), A_FUNCTION, one.cell()) } }
        return theirs.filter { it.name() !in mine }.map { JavaClasses.nameHere(it.method().declaringClass) + ".`" + it.name() + "`" }.distinct()
    }

    private fun types(used: Set<String>): List<String> {
        val theirs = other.types().filter { it.name() in used }
        if (theirs.isEmpty()) return listOf()
        val mine = own.types().associateBy { it.name() }
        theirs.forEach { one -> mine[one.name()]?.let { tellClash(one.name(), A_TYPE, it.cell(), A_TYPE, one.cell()) } }
        return theirs.filter { it.name() !in mine }.map { JavaClasses.nameHere(it.type()) }
    }

    private fun tellClash(
        mine: Variable,
        theirs: Variable,
    ) {
        if (!SharedType.isSame(mine.javaType(), theirs.javaType())) {
            tellClash(mine.name(), mine.type(), mine.cell(), theirs.type(), theirs.cell())
        }
    }

    private fun tellClash(
        name: String,
        here: String,
        hereCell: Int,
        there: String,
        thereCell: Int,
    ) = tell(Clash(name, Clash.Side(own, here, hereCell), Clash.Side(other, there, thereCell)).sentence())

    private fun tell(sentence: String) {
        if (told.add(sentence)) System.err.println(sentence)
    }

    private companion object {
        const val A_FUNCTION = "a function"
        const val A_TYPE = "a type"
        val NAME = Regex("""[\p{L}_][\p{L}\p{N}_]*+""")
    }
}
