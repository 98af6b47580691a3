/**
 * The kernel as a program: {@link percolate.kernel.app.Main} runs it for a front end, and installs it where front ends
 * look for kernels.
 *
 * <p>May import every package of the kernel, gson for kernelspecs, and jeromq for the front end of a rehearsal. The DSL
 * and plotting are on its class path at run time only.
 */
package percolate.kernel.app;
