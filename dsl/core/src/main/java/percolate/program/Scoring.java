package percolate.program;

import percolate.DType;
import percolate.Shape;

/**
 * What a loss or metric compares, while it writes its line of program.
 *
 * @param output the shape of one example's output
 * @param target the shape of one example's target
 * @param targetType the type of the targets' elements
 */
public record Scoring(Shape output, Shape target, DType targetType) {}
