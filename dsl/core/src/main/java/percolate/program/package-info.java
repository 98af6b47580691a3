/**
 * From a description to one native program per purpose: predict, train, evaluate, gradients. Writes TorchScript text and
 * hands it to {@code percolate.engine}; a program holds no weights, these are its arguments. Imports the public types,
 * {@code percolate.engine}, and {@code percolate.model} for the {@code Graph} and the {@code Weight}s it writes from, whose
 * layers in turn write into its {@code Body}.
 */
package percolate.program;
