/**
 * Learning rates that change while a model is trained: one schedule per file, each a pure function of the step's position,
 * so that a training which is resumed finds the same rates. Imports the public types and {@code percolate.model} for what
 * was said of a schedule; runs nothing.
 */
package percolate.schedule;
