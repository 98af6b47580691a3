/**
 * The libraries that a session asks for: Maven's own resolver turns coordinates and POMs into jars, all of a session's
 * together, with the user's settings, repositories, mirrors, proxies and offline mode.
 *
 * <p>{@link percolate.kernel.dependency.Dependencies} is the way in. Imports the kernel's API and Maven's resolver, which
 * no other package imports: it is loaded when a session first asks for a library, and stays hidden from cells. Knows
 * neither cells nor messages.
 */
package percolate.kernel.dependency;
