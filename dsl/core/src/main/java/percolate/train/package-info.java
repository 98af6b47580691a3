/**
 * Training: the loop over chunks of steps, and the record it leaves. Imports the public types, {@code percolate.loss},
 * {@code .metric} and {@code .optimizer} for what it chooses by itself, {@code .insight} for who looks at a training again,
 * {@code .model}, {@code .program}, {@code .tensor} and {@code .engine}; draws nothing.
 */
package percolate.train;
