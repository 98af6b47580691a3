/**
 * A session: a request comes in, a language answers, renderers turn its value into what front ends show, and a reply
 * goes out. {@link percolate.kernel.session.Kernel} is the way in.
 *
 * <p>Knows languages through {@code percolate.kernel.language} alone and sockets through
 * {@code percolate.kernel.channels} alone. May import all of the kernel's core, which it puts together, the kernel's
 * API, and gson for what travels as JSON; nothing of the core imports it.
 */
package percolate.kernel.session;
