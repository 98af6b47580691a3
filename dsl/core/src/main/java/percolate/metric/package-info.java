/**
 * Metrics: numbers that say how well outputs meet targets. Each writes what it counts in a batch into a native program, and
 * knows the formula for the counts of all batches together. Imports the public types, {@code percolate.loss} for the checks
 * of targets, {@code .program} for what it writes into, and {@code .engine}.
 */
package percolate.metric;
