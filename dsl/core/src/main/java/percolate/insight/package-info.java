/**
 * What a training tells about itself when it is looked at again: which learning rates make its loss fall, whether it gives
 * the same numbers twice, what may be wrong with it, which inputs matter. Imports the public types, {@code percolate.tensor},
 * and {@code .engine}; knows a training by {@link percolate.insight.Replay} alone.
 */
package percolate.insight;
