/**
 * Descriptions of models: one layer per file, each with its shape rule, its weights, its arithmetic in words and its line
 * of native program; and the graph they form. A description is immutable and holds no numbers. Imports
 * {@code percolate.program} for the text it writes and the public types; no engine.
 */
package percolate.model;
