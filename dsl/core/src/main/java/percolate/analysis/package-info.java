/**
 * What one looks at data with, beside networks: principal components, neighbours in the plane, clusters, boxes. Imports the
 * public types, {@code percolate.tensor} and {@code percolate.engine}.
 */
package percolate.analysis;
