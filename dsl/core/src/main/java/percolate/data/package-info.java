/**
 * Data sets: in memory, and those that ship with the DSL (their sources and licences stand beside them in the resources).
 * Imports the public types and {@code percolate.tensor}.
 */
package percolate.data;
