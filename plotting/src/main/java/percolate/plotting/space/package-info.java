/**
 * Pictures of spaces: which class a network sees where in the plane, the loss over its weights with the ways of optimizers,
 * and what a network's code or words' vectors look like from near and far.
 *
 * <p>The public types compute with the DSL; what draws — marks on the charts' axes — knows numbers and words alone. Imports
 * the DSL and {@code percolate.plotting.chart}.
 */
package percolate.plotting.space;
