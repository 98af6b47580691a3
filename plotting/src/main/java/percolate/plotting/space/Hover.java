package percolate.plotting.space;

/**
 * What is told of a place of a picture when the pointer rests on it.
 *
 * @param x from the left, in CSS pixels
 * @param y from above
 */
public record Hover(int x, int y, String title) {}
