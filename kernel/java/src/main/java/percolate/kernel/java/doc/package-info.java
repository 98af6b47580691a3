/**
 * Declarations and their Javadoc in words: what stands in class files, made complete by sources where they are found.
 *
 * <p>{@link percolate.kernel.java.doc.Documentation} is the way in. Imports the JDK's compiler API; knows neither JShell nor
 * cells.
 */
package percolate.kernel.java.doc;
