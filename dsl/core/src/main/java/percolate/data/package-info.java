/**
 * Data sets: in memory, changed as they are drawn, and those that ship with the DSL (their sources and licences stand beside
 * them in the resources). Parts, windows, partners and episodes of data stand here beside the one method that asks for them.
 * Imports the public types, {@code percolate.augment}, {@code percolate.tensor}, and {@code percolate.engine} for arrays that
 * are read in place.
 */
package percolate.data;
