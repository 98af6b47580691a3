/**
 * Java as a language of the kernel: JShell compiles, and a cell runs in this process on the thread that asks for it, so
 * that values stay live objects.
 *
 * <p>{@link percolate.kernel.java.JShellLanguage} is the way in. May import {@code percolate.kernel.language}, the JDK's
 * {@code jdk.jshell} and ASM; knows nothing of Jupyter.
 */
package percolate.kernel.java;
