/**
 * Draws numbers: one mark or chart per file, one {@link percolate.plotting.chart.Theme}, and the
 * {@link percolate.plotting.chart.Picture} that frames a drawing and turns it into a PNG.
 *
 * <p>Imports the JDK (Java2D) and XChart; knows neither tensors nor notebooks. Who draws what:
 *
 * <ul>
 *   <li>XChart lays out and draws the axes of {@link percolate.plotting.chart.LineChart}: ticks, tick labels, grid, titles.
 *   <li>Java2D draws the lines on them. XChart strokes every segment apart, which takes seconds for 100,000 points and
 *       leaves knots in dashed lines; one path per line, thinned to what a column of pixels can show, does not.
 *   <li>Java2D draws what XChart lacks: image grids, the confusion matrix with its counts, tables, panels.
 * </ul>
 */
package percolate.plotting.chart;
