/**
 * Files of the network, fetched once: a list of addresses, checksums, what was fetched kept in the user's cache. Imports the
 * JDK alone.
 */
package percolate.data.download;
