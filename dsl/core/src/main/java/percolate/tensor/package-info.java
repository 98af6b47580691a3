/**
 * What tensors are made of and shown as: random streams, selections, broadcasting, and their text. Imports
 * {@code percolate.engine} and the public types it serves.
 */
package percolate.tensor;
