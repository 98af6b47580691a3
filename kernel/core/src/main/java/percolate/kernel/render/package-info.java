/**
 * From values to what front ends show, and how libraries take part: their extensions bring renderers, imports and
 * warm-up tasks.
 *
 * <p>A value without a renderer becomes text, and a table too where rows and columns read better. Whatever it is, showing
 * it visits few of its elements, consumes nothing and never fails: a value is taken apart into an
 * {@link percolate.kernel.render.Outline}, whose {@link percolate.kernel.render.Layout} breaks it into lines.
 *
 * <p>Imports the kernel's API, {@code percolate.kernel.language}, and of {@code percolate.kernel.cells} what tells a cell's
 * own classes and its stopping; knows nothing of messages.
 */
package percolate.kernel.render;
