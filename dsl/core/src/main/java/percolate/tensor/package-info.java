/**
 * What stands behind the words of tensors: how they are made, joined, selected from, reshaped and broadcast, each with
 * its checks; random streams; and their text. Imports {@code percolate.engine} and the public types it serves.
 */
package percolate.tensor;
