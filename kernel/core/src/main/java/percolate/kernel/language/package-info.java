/**
 * What a language offers a session: evaluation, completion, and whether a cell is complete. The session knows languages
 * through these types alone; this package knows neither Jupyter nor any one language and imports the JDK alone.
 */
package percolate.kernel.language;
