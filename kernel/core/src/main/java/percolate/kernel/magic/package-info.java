/**
 * Magics: lines that start with a percent sign, in cells of any language. A cell is cut where they stand; what lies
 * between goes to the cell's language, on its own lines.
 *
 * <p>{@link percolate.kernel.magic.MagicInterpreter} is the way in. Imports the kernel's API,
 * {@code percolate.kernel.language}, {@code dependency} for the libraries that a session asks for, {@code render} for
 * values in a few words and for what libraries tell of their memory, of {@code cells} what stops a magic, and gson for
 * notebooks; knows nothing of messages.
 */
package percolate.kernel.magic;
