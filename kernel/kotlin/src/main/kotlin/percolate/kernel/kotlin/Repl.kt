package percolate.kernel.kotlin

import percolate.kernel.cells.CellLoader
import java.io.File
import java.nio.file.Path
import java.util.concurrent.Callable
import java.util.concurrent.ExecutionException
import java.util.concurrent.Executors
import java.util.concurrent.Future
import java.util.concurrent.TimeUnit
import java.util.concurrent.TimeoutException
import kotlin.script.experimental.api.ScriptCompilationConfiguration
import kotlin.script.experimental.api.asSuccess
import kotlin.script.experimental.api.compilerOptions
import kotlin.script.experimental.api.refineConfiguration
import kotlin.script.experimental.api.repl
import kotlin.script.experimental.api.resultFieldPrefix
import kotlin.script.experimental.api.with
import kotlin.script.experimental.jvm.updateClasspath

/**
 * Kotlin's compiler with all that the cells have declared. The compiler breaks where two threads use it in turn, so that
 * all its work is done by one thread of its own; cells run elsewhere, and what is asked meanwhile is answered.
 */
internal class Repl(
    private val loader: CellLoader,
) : AutoCloseable {
    private val worker =
        Executors.newSingleThreadScheduledExecutor { task ->
            Thread(null, task, "percolate-kotlin-compiler", STACK_BYTES).apply { isDaemon = true }
        }
    private val knownJars = LinkedHashSet<File>()
    private val compiler by lazy {
        CellCompiler(
            ScriptCompilationConfiguration {
                compilerOptions("-jvm-target", JVM_TARGET, "-no-stdlib", "-Xassertions=jvm")
                repl { resultFieldPrefix(RESULT) }
                refineConfiguration {
                    beforeCompiling { context -> withNewJars(context.compilationConfiguration).asSuccess() }
                }
            },
        )
    }

    /** Begins work with the compiler on its thread. */
    fun <T> start(work: (CellCompiler) -> T): Future<T> = worker.submit(Callable { work(compiler) })

    /** Does something on the compiler's thread after a while. */
    fun later(
        millis: Long,
        work: () -> Unit,
    ) {
        worker.schedule(Runnable(work), millis, TimeUnit.MILLISECONDS)
    }

    /** Does work with the compiler on its thread. */
    fun <T> compiling(work: (CellCompiler) -> T): T = start(work).result()

    /** Lets the compiler see a folder with classes that are none to the cells' loader. */
    fun show(folder: Path) = compiling { it.show(folder.toFile()) }

    /** The cells' view of the class path, which a cell of any language may have widened. A look at a text would lose it. */
    private fun withNewJars(configuration: ScriptCompilationConfiguration): ScriptCompilationConfiguration {
        if (compiler.isLooking) return configuration
        val added = loader.classPath().map { it.toFile() }.filter(knownJars::add)
        return if (added.isEmpty()) configuration else configuration.with { updateClasspath(added) }
    }

    override fun close() {
        start(CellCompiler::close)
        worker.shutdown()
    }

    companion object {
        /** How the names start that the compiler gives to the cells' results; not for use in cells. */
        const val RESULT = "\$result"
        private const val STACK_BYTES = 64L * 1024 * 1024
        private const val JVM_TARGET = "17"
    }
}

/** The result if it comes in time, null if not. */
internal fun <T> Future<T>.resultWithin(millis: Long): T? =
    try {
        get(millis, TimeUnit.MILLISECONDS)
    } catch (_: TimeoutException) {
        null
    } catch (_: InterruptedException) {
        Thread.currentThread().interrupt()
        null
    } catch (e: ExecutionException) {
        throw e.cause ?: e
    }

/** The result, waited for also while the waiting thread is interrupted: a cell is stopped when it runs, not before. */
internal fun <T> Future<T>.result(): T {
    var interrupted = false
    try {
        while (true) {
            try {
                return get()
            } catch (_: InterruptedException) {
                interrupted = true
            } catch (e: ExecutionException) {
                throw e.cause ?: e
            }
        }
    } finally {
        if (interrupted) Thread.currentThread().interrupt()
    }
}
