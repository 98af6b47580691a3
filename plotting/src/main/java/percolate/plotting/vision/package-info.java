/**
 * What a network sees: kernels and feature maps, what a prediction hangs on (saliency, Grad-CAM, occlusion), an image's way
 * through all layers, attention, and the gates of recurrent layers over time.
 *
 * <p>The public types compute with the DSL; what draws — fields of colour, sheets, strips, bands — knows numbers and words
 * alone. Imports the DSL and {@code percolate.plotting.chart}.
 */
package percolate.plotting.vision;
