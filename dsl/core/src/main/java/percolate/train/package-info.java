/**
 * Training: losses, metrics, optimizers, the loop over chunks of steps, and the record it leaves. Imports the public
 * types, {@code percolate.program} and {@code percolate.engine}; draws nothing.
 */
package percolate.train;
