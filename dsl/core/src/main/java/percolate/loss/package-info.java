/**
 * Losses: what training makes small, each as a description that writes its formula into a native program and checks the
 * targets before. Imports the public types, {@code percolate.model} for {@code Attributes}, {@code .program} for what it
 * writes into, {@code .tensor} and {@code .engine}; knows no optimizer and no training.
 */
package percolate.loss;
