/**
 * What the compiled code of cells lives in, whichever language it was written in: one class loader for all of a
 * session's languages, the checkpoints by which a running cell can be stopped, and what keeps it from taking the
 * process down.
 *
 * <p>Knows neither Jupyter nor any one language nor any other package of the kernel; imports the JDK and ASM, which
 * besides only the languages themselves may import.
 */
package percolate.kernel.cells;
