package percolate.kernel.language;

/**
 * A type that a cell has declared.
 *
 * @param name as cells of its language write it
 * @param type the newest class of that name
 * @param cell the number of the cell that declared it last
 */
public record DeclaredType(String name, Class<?> type, int cell) {}
