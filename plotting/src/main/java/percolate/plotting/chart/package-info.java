/**
 * Draws numbers: one mark or chart per file, one {@link percolate.plotting.chart.Theme}, and the
 * {@link percolate.plotting.chart.Picture} that frames a drawing and turns it into a PNG.
 *
 * <p>Imports the JDK (Java2D) and, for charts that users made with it, XChart; knows neither tensors nor notebooks. How the
 * parts meet:
 *
 * <ul>
 *   <li>A {@link percolate.plotting.chart.Drawing} paints itself into a rectangle and says itself in words; a picture frames
 *       one.
 *   <li>A {@link percolate.plotting.chart.Plot} is a drawing of {@link percolate.plotting.chart.Mark}s on common axes: lines,
 *       points, bars, surfaces. Axes have ticks, labels and scales of their own, since XChart's can neither be logarithmic
 *       below a decade, nor named, nor dense where that is wanted.
 *   <li>Lines are one path each, thinned to what a column of pixels can show: XChart strokes every segment apart, which takes
 *       seconds for 100,000 points and leaves knots in dashed lines.
 *   <li>Image grids, heat maps, the confusion matrix with its counts, tables and panels are drawings of their own;
 *       {@link percolate.plotting.chart.Multiples} sets pictures side by side.
 * </ul>
 *
 * <p>The typeface lies beside these classes with its licence.
 */
package percolate.plotting.chart;
