/**
 * What the compiled code of cells lives in, whichever language it was written in: one class loader for all of a session's
 * languages, and the checkpoints by which a running cell can be stopped.
 *
 * <p>Knows neither Jupyter nor any one language; imports the JDK and ASM.
 */
package percolate.kernel.cells;
