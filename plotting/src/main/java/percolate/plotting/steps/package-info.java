/**
 * Pictures that move: a convolution, a perceptron, an optimizer, step by step with one's own numbers. Each is a
 * {@link percolate.plotting.steps.Moving}: a list of pictures of one size, which a page shows to be opened one by one, and
 * which can be saved as a GIF.
 *
 * <p>Imports the DSL's public types, {@code percolate.plotting.chart} to draw, and the kernel's API to be shown.
 */
package percolate.plotting.steps;
