/**
 * Exceptions of cells as their readers see them, whatever language threw them: the places in cells first, the machinery
 * folded, causes below, and what can be done about it.
 *
 * <p>{@link percolate.kernel.traceback.Traceback} is the way in; a language tells it by
 * {@link percolate.kernel.language.CellFrames} what its frames stand for, and by a
 * {@link percolate.kernel.traceback.HintTable} how its learners write what helps. Knows no language; imports
 * {@code percolate.kernel.language}, {@code cells} and the JDK.
 */
package percolate.kernel.traceback;
