/**
 * Data sets: in memory, and those that ship with the DSL (their sources and licences stand beside them in the resources).
 * Imports the public types, {@code percolate.tensor}, and {@code percolate.engine} for arrays that are read in place.
 */
package percolate.data;
