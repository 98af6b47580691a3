package percolate.kernel.kotlin

import org.jetbrains.kotlin.scripting.ide_services.compiler.KJvmReplCompilerWithIdeServices
import percolate.kernel.cells.CellLoader
import java.io.File
import java.util.concurrent.Callable
import java.util.concurrent.ExecutionException
import java.util.concurrent.Executors
import java.util.concurrent.Future
import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.startCoroutine
import kotlin.script.experimental.api.ResultWithDiagnostics
import kotlin.script.experimental.api.ScriptCompilationConfiguration
import kotlin.script.experimental.api.ScriptDiagnostic
import kotlin.script.experimental.api.SourceCode
import kotlin.script.experimental.api.asSuccess
import kotlin.script.experimental.api.compilerOptions
import kotlin.script.experimental.api.refineConfiguration
import kotlin.script.experimental.api.with
import kotlin.script.experimental.jvm.impl.KJvmCompiledScript
import kotlin.script.experimental.jvm.updateClasspath
import kotlin.script.experimental.api.isError

/**
 * Kotlin's compiler with all that the cells have declared. The compiler breaks where two threads use it in turn, so that
 * all its work is done by one thread of its own; cells run elsewhere, and what is asked meanwhile is answered.
 */
internal class Repl(
    private val loader: CellLoader,
) : AutoCloseable {
    private val worker =
        Executors.newSingleThreadExecutor { task ->
            Thread(null, task, "percolate-kotlin-compiler", STACK_BYTES).apply { isDaemon = true }
        }
    private val compiler by lazy { KJvmReplCompilerWithIdeServices() }
    private val knownJars = LinkedHashSet<File>()
    private val configuration =
        ScriptCompilationConfiguration {
            compilerOptions("-jvm-target", JVM_TARGET, "-no-stdlib")
            refineConfiguration {
                beforeCompiling { context -> withNewJars(context.compilationConfiguration).asSuccess() }
            }
        }

    /** Does work with the compiler on its thread. */
    fun <T> compiling(work: (KJvmReplCompilerWithIdeServices) -> T): T = started(work).result()

    /** Begins work with the compiler on its thread. */
    fun <T> started(work: (KJvmReplCompilerWithIdeServices) -> T): Future<T> = worker.submit(Callable { work(compiler) })

    /** What the compiler makes of a text. */
    sealed interface Compilation {
        class Done(
            val script: KJvmCompiledScript,
        ) : Compilation

        class Refused(
            val diagnostics: List<ScriptDiagnostic>,
        ) : Compilation
    }

    /** Compiles a text; what it declares is known to the texts that follow. */
    fun compile(source: SourceCode): Compilation =
        compiling { compiler ->
            when (val result = completed { compiler.compile(source, configuration) }) {
                is ResultWithDiagnostics.Success -> Compilation.Done(result.value.get())
                is ResultWithDiagnostics.Failure -> Compilation.Refused(result.reports.filter { it.isError() })
            }
        }

    private fun withNewJars(configuration: ScriptCompilationConfiguration): ScriptCompilationConfiguration {
        val added = loader.classPath().map { it.toFile() }.filter(knownJars::add)
        return if (added.isEmpty()) configuration else configuration.with { updateClasspath(added) }
    }

    override fun close() {
        worker.shutdown()
    }

    private companion object {
        const val STACK_BYTES = 64L * 1024 * 1024
        const val JVM_TARGET = "17"
    }
}

/** The result of a computation that never leaves its thread, whatever its API allows. */
internal fun <T> completed(work: suspend () -> T): T {
    var result: Result<T>? = null
    work.startCoroutine(Continuation(EmptyCoroutineContext) { result = it })
    return checkNotNull(result) { "kotlin: expected the compiler to answer on its own thread, got a suspended call" }.getOrThrow()
}

/** The result, waited for also while the waiting thread is interrupted: the compiler would lose its open jars. */
private fun <T> Future<T>.result(): T {
    var interrupted = false
    try {
        while (true) {
            try {
                return get()
            } catch (e: InterruptedException) {
                interrupted = true
            } catch (e: ExecutionException) {
                throw e.cause ?: e
            }
        }
    } finally {
        if (interrupted) Thread.currentThread().interrupt()
    }
}
