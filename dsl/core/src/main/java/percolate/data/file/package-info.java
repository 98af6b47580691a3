/**
 * Readers of files: MNIST's format, CIFAR's, folders of images, tables, archives. Nothing in a file is trusted before it is
 * checked. Imports {@code percolate.data}, its downloads, and {@code percolate.engine} for arrays that are read in place.
 */
package percolate.data.file;
