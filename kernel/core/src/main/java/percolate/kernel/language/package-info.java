/**
 * What a language offers a session: it evaluates cells, completes and inspects their text, says whether they are
 * complete, and shares what they have declared, variables, types and functions, with the session's other languages.
 *
 * <p>The session, and the languages among each other, know languages through these types alone. Knows neither Jupyter
 * nor any one language; imports the kernel's API and the JDK alone.
 */
package percolate.kernel.language;
