package percolate.kernel.kotlin

import percolate.kernel.cells.CellLoader
import percolate.kernel.cells.Interruption
import percolate.kernel.language.Evaluation
import percolate.kernel.language.Libraries
import percolate.kernel.traceback.CompilationFailure

/** Lets cells have what they ask for. */
internal class Demands(
    private val loader: CellLoader,
    private val interruption: Interruption,
    private val libraries: Libraries,
) {
    /** Adds the libraries that a cell asks for; how the cell ends if one cannot be had, else null. */
    fun unmet(requested: Requested): Evaluation? =
        try {
            requested.files.forEach(loader::add)
            if (requested.coordinates.isNotEmpty()) {
                interruption.stoppable { libraries.jars(requested.coordinates, requested.repositories) }.forEach(loader::add)
            }
            null
        } catch (e: Throwable) {
            if (interruption.requested()) {
                Evaluation.Interrupted(listOf("Interrupted"))
            } else {
                CompilationFailure.of(requested.place, e.message ?: e.toString())
            }
        }
}
