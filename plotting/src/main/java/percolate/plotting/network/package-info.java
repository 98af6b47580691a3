/**
 * What a network is made of: its diagram, and how its numbers are distributed.
 *
 * <p>{@link percolate.plotting.network.Diagram} and {@link percolate.plotting.network.Histograms} read the DSL's models and
 * gradients; what draws — boxes, their layout, small histograms — knows numbers and words alone. Imports the DSL and
 * {@code percolate.plotting.chart}.
 */
package percolate.plotting.network;
