/**
 * The five ZeroMQ channels of a connection. One thread owns every socket but the heartbeat's and blocks until one of
 * them has something; whoever sends puts a message into a queue and goes on, so no thread that runs a student's code
 * ever touches a socket (an interrupt there would close it).
 *
 * <p>Imports {@code percolate.kernel.protocol} and jeromq, which shows in no public type.
 */
package percolate.kernel.channels;
