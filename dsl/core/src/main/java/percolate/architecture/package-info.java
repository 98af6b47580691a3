/**
 * The published networks, as their papers describe them, written in the DSL's own words: one family per file, and the
 * table of all. A network here is an untrained model whose last layer gives logits; it holds no memory until it is used.
 *
 * <p>Imports the public types, the words of {@code percolate.Percolate} as a student has them, and Tablesaw for the table.
 */
package percolate.architecture;
