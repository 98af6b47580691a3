/**
 * Data made by formulas, each from its seed alone: points, sequences, scenes of shapes, texts of small grammars. Imports the
 * public types and {@code percolate.data}, and {@code percolate.engine} for arrays.
 */
package percolate.data.generated;
