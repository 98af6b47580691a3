/**
 * Models as files: description, weights, provenance and checksum in one zip that a person can open. Nothing in a file is
 * trusted before it is checked, and no Java serialisation is involved.
 */
package percolate.store;
