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
        val mine = own.functions().associate { it.name() to it.cell() }
        theirs.forEach { tellClash(it.name(), "a function", mine[it.name()], it.cell()) }
        return theirs.filter { it.name() !in mine }.map { JavaClasses.nameHere(it.method().declaringClass) + ".`" + it.name() + "`" }.distinct()
    }

    private fun types(used: Set<String>): List<String> {
        val theirs = other.types().filter { it.name() in used }
        if (theirs.isEmpty()) return listOf()
        val mine = own.types().associate { it.name() to it.cell() }
        theirs.forEach { tellClash(it.name(), "a type", mine[it.name()], it.cell()) }
        return theirs.filter { it.name() !in mine }.map { JavaClasses.nameHere(it.type()) }
    }

    private fun tellClash(
        mine: Variable,
        theirs: Variable,
    ) {
        if (!SharedType.isSame(mine.javaType(), theirs.javaType())) {
            tell(Clash(mine.name(), Clash.Side.of(own, mine), Clash.Side.of(other, theirs)).sentence())
        }
    }

    private fun tellClash(
        name: String,
        what: String,
        mine: Int?,
        theirs: Int,
    ) {
        if (mine != null) tell(Clash(name, Clash.Side(own, what, mine), Clash.Side(other, what, theirs)).sentence())
    }

    private fun tell(sentence: String) {
        if (told.add(sentence)) System.err.println(sentence)
    }

    private companion object {
        val NAME = Regex("""[\p{L}_][\p{L}\p{N}_]*+""")
    }
}
