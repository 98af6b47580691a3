/**
 * From values to what front ends show, and how libraries take part: their extensions bring renderers, imports and
 * warm-up tasks.
 *
 * <p>Imports the kernel's API and {@code percolate.kernel.language}; knows nothing of messages.
 */
package percolate.kernel.render;
