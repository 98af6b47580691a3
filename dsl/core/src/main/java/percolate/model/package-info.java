/**
 * Descriptions of models: one layer per file, each with its shape rule, its weights, its arithmetic in words and its line
 * of native program; and the graph they form. A description is immutable and holds no weights, but the first
 * values that it is given. Imports
 * {@code percolate.program} for the text it writes (the two packages know each other: a layer writes into a
 * {@code Body}, and a program is written from a {@code Graph} and its {@code Weight}s), {@code percolate.tensor} to draw
 * initial values, and the public types; no engine.
 */
package percolate.model;
