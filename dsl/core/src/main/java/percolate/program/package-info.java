/**
 * From a description to one native program per purpose: predict, train, evaluate, gradients. Writes TorchScript text and
 * hands it to {@code percolate.engine}; a program holds no weights, these are its arguments.
 */
package percolate.program;
