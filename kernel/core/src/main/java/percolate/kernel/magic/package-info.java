/**
 * Magics: lines that start with a percent sign, in cells of any language. A cell is cut where they stand; what lies
 * between goes to the cell's language, on its own lines.
 *
 * <p>{@link percolate.kernel.magic.MagicInterpreter} is the way in. Imports the kernel's API, its languages, the
 * libraries a session asks for, and JSON for notebooks; knows nothing of messages.
 */
package percolate.kernel.magic;
