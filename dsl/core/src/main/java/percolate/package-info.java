/**
 * The words of the DSL: tensors, layers, models, training, data, and the one entry class {@link percolate.Percolate} that
 * a notebook star-imports.
 *
 * <p>Public types only; what they do is built in {@code percolate.tensor}, {@code .model}, {@code .program},
 * {@code .loss}, {@code .metric}, {@code .optimizer}, {@code .train}, {@code .insight}, {@code .sweep}, {@code .data} and
 * {@code .engine}. Imports the JDK, Tablesaw and those packages; {@code ai.djl} only in the bridge methods of the entry
 * class. Knows neither the kernel nor pictures.
 */
package percolate;
