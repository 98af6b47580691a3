package percolate.kernel.magic;

import java.util.function.Supplier;
import percolate.kernel.cells.Interruption;
import percolate.kernel.dependency.Dependencies;
import percolate.kernel.language.Languages;
import percolate.kernel.render.MemoryReport;

/**
 * What magics work on.
 *
 * @param dependencies asked for when a cell first wants a library
 */
public record Surroundings(
        Languages languages, Interruption interruption, Supplier<Dependencies> dependencies, MemoryReport memory) {}
