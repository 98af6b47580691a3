/**
 * The training benchmark's Java side: the workloads as a user of the DSL writes them, run on command.
 *
 * <p>May import only the DSL's public types, for what is measured is what users get; but for {@code
 * EasyTraining}, which is DJL's own way.
 */
package percolate.bench;
