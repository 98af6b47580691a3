package percolate.plotting.vision;

/**
 * A field with a word below it.
 *
 * @param caption may be empty
 */
record Tile(Field field, String caption) {}
