/**
 * A front end for tests: speaks to a running kernel over real sockets, as Jupyter's own client does, with its own
 * signing and parsing so that it judges the kernel independently. Other modules use it through this module's test jar.
 */
package percolate.kernel.client;
