/**
 * Declarations and their Javadoc in words: what stands in class files, made complete by sources where they are found.
 *
 * <p>{@link percolate.kernel.documentation.Documentation} is the way in for elements of Java's compiler, and
 * {@link percolate.kernel.documentation.Library} for what is known by its name alone. Imports the JDK's compiler API; knows
 * neither JShell nor cells nor any other package of the kernel.
 */
package percolate.kernel.documentation;
