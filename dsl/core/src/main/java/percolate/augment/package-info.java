/**
 * Changes of images that are drawn for each image in each epoch, computed in Java, one image at a time, so that they depend
 * on nothing but their own stream. Imports the public types.
 */
package percolate.augment;
