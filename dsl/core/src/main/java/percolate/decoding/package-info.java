/**
 * From a model of the next word to words: beam search, and drawing word after word. Imports the public types, {@code
 * percolate.model}, {@code .program}, {@code .tensor} and {@code .engine}.
 */
package percolate.decoding;
