/**
 * {@link percolate.plotting.Pictures}, the entry class whose names every cell knows. It only forwards: to
 * {@code percolate.plotting.notebook}, where DSL and charts meet.
 */
package percolate.plotting;
