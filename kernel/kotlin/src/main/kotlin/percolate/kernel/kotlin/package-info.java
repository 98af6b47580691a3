/**
 * Kotlin as a language of the kernel: Kotlin's REPL compiler compiles, on a thread of its own, and a cell runs in this
 * process on the thread that asks for it, so that values stay live objects.
 *
 * <p>{@link percolate.kernel.kotlin.KotlinLanguage} is the way in. May import {@code percolate.kernel.language} and
 * {@code cells}, the kernel's API, Kotlin's compiler and scripting host, which no other package imports, and ASM; knows
 * nothing of Jupyter and no other language.
 */
package percolate.kernel.kotlin;
