/**
 * Training: losses, metrics, optimizers, the loop over chunks of steps, and the record it leaves. Imports the public
 * types, {@code percolate.model}, {@code .program}, {@code .tensor} and {@code .engine}; draws nothing.
 */
package percolate.train;
