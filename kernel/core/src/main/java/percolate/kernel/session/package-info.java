/**
 * A session: a request comes in, a language answers, renderers turn its value into what front ends show, and a reply
 * goes out. {@link percolate.kernel.session.Kernel} is the way in.
 *
 * <p>Knows languages through {@code percolate.kernel.language} alone and sockets through
 * {@code percolate.kernel.channels} alone; imports {@code protocol}, {@code render} and the kernel's API besides.
 */
package percolate.kernel.session;
