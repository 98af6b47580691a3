/**
 * Optimizers: how weights follow their gradients, each as a description that writes one step into a native program. Imports
 * the public types and {@code percolate.model} for {@code Attributes}; knows neither losses nor the loop of a training.
 */
package percolate.optimizer;
