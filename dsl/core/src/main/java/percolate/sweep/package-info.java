/**
 * Sweeps: which points of a grid are trained, by how many at once, and what is kept of them. Imports the public types, {@code
 * percolate.tensor} for random numbers and {@code percolate.store} for the file of finished rows.
 */
package percolate.sweep;
