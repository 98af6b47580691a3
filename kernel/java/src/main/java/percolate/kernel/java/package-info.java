/**
 * Java as a language of the kernel: JShell compiles, and a cell runs in this process on the thread that asks for it, so
 * that values stay live objects.
 *
 * <p>{@link percolate.kernel.java.JShellLanguage} is the way in. May import {@code percolate.kernel.language} and
 * {@code cells}, the kernel's API, the JDK's {@code jdk.jshell} and compiler, which no other package imports, and ASM;
 * knows nothing of Jupyter and no other language.
 */
package percolate.kernel.java;
