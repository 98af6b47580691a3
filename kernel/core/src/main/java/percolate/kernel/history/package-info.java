/**
 * The cells that were run, of this session and of earlier ones, and the file that keeps them.
 *
 * <p>Imports {@code percolate.kernel.protocol} for what is asked and answered.
 */
package percolate.kernel.history;
