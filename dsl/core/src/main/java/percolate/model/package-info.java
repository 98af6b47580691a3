/**
 * Descriptions of models: one layer per file, each with its shape rule, its weights, its arithmetic in words and its line
 * of native program; the places that students wire by hand ({@code Vertex}, {@code Wiring}), and the graph that is worked
 * out of them. A layer is immutable and holds no weights, but the first values that it is given; a place holds them
 * ({@code Variable}), for whoever shares the place shares them. Imports
 * {@code percolate.program} for the text it writes (the two packages know each other: a layer writes into a
 * {@code Body}, and a program is written from a {@code Graph} and its {@code Weight}s), {@code percolate.tensor} to draw
 * initial values, {@code percolate.engine} for the arrays of weights, and the public types.
 */
package percolate.model;
