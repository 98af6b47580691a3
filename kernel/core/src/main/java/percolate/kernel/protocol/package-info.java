/**
 * Jupyter's messages: one record per message, the JSON they travel as, their signatures, and the connection file.
 *
 * <p>Knows no socket; of languages it knows the records of {@code percolate.kernel.language}. Imports gson, which
 * shows in public types only as the {@code JsonObject} in which free-form content travels.
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/messaging.html">Messaging in Jupyter</a>
 */
package percolate.kernel.protocol;
