/**
 * Optimizers: how weights follow their gradients, each as a description that writes one step into a native program. Imports
 * the public types, {@code percolate.model} for {@code Attributes} and {@code .program} for what is known of a model's
 * weights; knows neither losses nor the loop of a training.
 */
package percolate.optimizer;
