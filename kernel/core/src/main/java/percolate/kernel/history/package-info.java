/**
 * The cells that were run, of this session and of earlier ones, and the file that keeps them.
 *
 * <p>{@link percolate.kernel.history.History} is the way in. Imports {@code percolate.kernel.protocol} for what is
 * asked and answered, and gson for the lines of the file; knows neither sessions nor languages.
 */
package percolate.kernel.history;
