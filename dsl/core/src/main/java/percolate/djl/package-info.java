/**
 * DJL's blocks and our models, both ways. Imports the public types, {@code percolate.engine}, {@code .model} and
 * {@code .program}, and DJL's public API.
 */
package percolate.djl;
