/**
 * The compute engine: native arrays with one owner, and native programs that run on them.
 *
 * <p>The only package that imports {@code ai.djl}, and within it {@link percolate.engine.Torch} the only class that names
 * DJL's internal classes. Knows arrays and program text; knows no layers, no training and no data sets.
 */
package percolate.engine;
