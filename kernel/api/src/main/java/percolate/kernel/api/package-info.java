/**
 * What a library needs to show itself in a notebook: a value becomes a {@link percolate.kernel.api.MimeBundle} through
 * a {@link percolate.kernel.api.Renderer}, a table by way of a {@link percolate.kernel.api.Grid}, appears through
 * {@link percolate.kernel.api.Display}, and a library announces its renderers and imports in an
 * {@link percolate.kernel.api.Extension}.
 *
 * <p>Depends on the JDK alone, so that a library can use it without taking the kernel along.
 */
package percolate.kernel.api;
