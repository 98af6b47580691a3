/**
 * Models as files: description, weights, provenance and checksum in one zip that a person can open. Nothing in a file is
 * trusted before it is checked, and no Java serialisation is involved. Imports the public types, {@code percolate.model} to
 * read a description back, and {@code percolate.engine} for its arrays.
 */
package percolate.store;
