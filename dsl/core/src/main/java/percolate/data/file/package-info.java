/**
 * Data that comes from files and streams: MNIST's format, CIFAR's, folders of images, tables, archives, examples without end
 * of memory. Nothing in a file is trusted before it is checked. Imports the public types, {@code percolate.data} and its
 * downloads, {@code percolate.tensor}, the nearest name of {@code percolate.model}, and {@code percolate.engine} for arrays
 * that are read in place; Tablesaw, and commons-compress for archives.
 */
package percolate.data.file;
