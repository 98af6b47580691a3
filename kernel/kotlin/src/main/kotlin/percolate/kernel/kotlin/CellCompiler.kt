package percolate.kernel.kotlin

import org.jetbrains.kotlin.cli.common.messages.MessageCollector
import org.jetbrains.kotlin.cli.jvm.config.JvmClasspathRoot
import org.jetbrains.kotlin.descriptors.ScriptDescriptor
import org.jetbrains.kotlin.psi.KtFile
import org.jetbrains.kotlin.psi.KtPsiFactory
import org.jetbrains.kotlin.scripting.compiler.plugin.impl.KJvmReplCompilerBase
import org.jetbrains.kotlin.scripting.compiler.plugin.impl.ReplCompilationState
import org.jetbrains.kotlin.scripting.compiler.plugin.repl.JvmReplCompilerState
import org.jetbrains.kotlin.scripting.ide_services.compiler.impl.IdeLikeReplCodeAnalyzer
import org.jetbrains.kotlin.scripting.ide_services.compiler.impl.IdeLikeReplCodeAnalyzer.ReplLineAnalysisResultWithStateless.Stateless
import java.io.File
import kotlin.coroutines.Continuation
import kotlin.coroutines.EmptyCoroutineContext
import kotlin.coroutines.startCoroutine
import kotlin.script.experimental.api.ResultWithDiagnostics
import kotlin.script.experimental.api.ScriptCompilationConfiguration
import kotlin.script.experimental.api.SourceCode
import kotlin.script.experimental.api.valueOrNull
import kotlin.script.experimental.jvm.defaultJvmScriptingHostConfiguration
import kotlin.script.experimental.jvm.impl.KJvmCompiledScript
import kotlin.script.experimental.util.LinkedSnippet

/** Kotlin's REPL compiler, which also tells what it knows of a text that it does not compile. One thread, always the same. */
internal class CellCompiler(
    private val configuration: ScriptCompilationConfiguration,
) : KJvmReplCompilerBase<IdeLikeReplCodeAnalyzer>(defaultJvmScriptingHostConfiguration, compilerState()),
    AutoCloseable {
    @Suppress("UNCHECKED_CAST")
    private val compilation
        get() = state.getCompilationState(configuration) as ReplCompilationState<IdeLikeReplCodeAnalyzer>

    /** Whether a text is looked at only: what the compiler is told meanwhile is not kept for the texts that follow. */
    var isLooking = false
        private set

    /** A text as the compiler understands it, with the meaning of each of its names. */
    class Analysis(
        val file: KtFile,
        val meaning: Stateless,
    )

    /** Compiles a text; what it declares is known to the texts that follow. */
    fun compile(source: SourceCode): ResultWithDiagnostics<LinkedSnippet<KJvmCompiledScript>> =
        completed { compile(listOf(source), configuration) }

    /** The cell that was compiled last, as the compiler knows it. */
    fun lastScript(): ScriptDescriptor = checkNotNull(state.history.peek()).item

    /** How many texts the compiler knows; among them is one that it took and then could not write as a class. */
    fun known(): Int = state.history.size

    /** Lets texts see another folder with classes from now on. */
    fun show(folder: File) {
        compilation.environment.updateClasspath(listOf(JvmClasspathRoot(folder)))
    }

    /** What a text would mean if it came next; null if the compiler cannot say. */
    fun analysis(source: SourceCode): Analysis? {
        val now = compilation
        updateResolutionFilterWithHistory(configuration)
        isLooking = true
        val prepared =
            try {
                prepareForAnalyze(source, MessageCollector.NONE, now, false).valueOrNull() ?: return null
            } finally {
                isLooking = false
            }
        val file = prepared.snippetKtFile
        val next =
            (
                state.history
                    .peek()
                    ?.id
                    ?.no ?: 0
            ) + 1
        val meaning = now.analyzerEngine.statelessAnalyzeWithImportedScripts(file, listOf(), next)
        return (meaning as? Stateless)?.let { Analysis(file, it) }
    }

    /** A text's tree. */
    fun parsed(text: String): KtFile = KtPsiFactory(compilation.environment.project).createFile("text.kts", text)

    /** Lets go of all that it knows, which the compiler's own registers hold on to otherwise. */
    override fun close() = state.dispose()

    private companion object {
        init {
            // Else the last compiler that is closed takes with it what all compilers share, also from one that just begins.
            System.setProperty("kotlin.environment.keepalive", "true")
        }

        fun compilerState() =
            JvmReplCompilerState({ configuration ->
                createCompilationState(configuration, defaultJvmScriptingHostConfiguration) { context, filter ->
                    IdeLikeReplCodeAnalyzer(context.environment, filter)
                }
            })

        /** The result of a computation that never leaves its thread, though its API would allow that. */
        fun <T> completed(work: suspend () -> T): T {
            var result: Result<T>? = null
            work.startCoroutine(Continuation(EmptyCoroutineContext) { result = it })
            return checkNotNull(result) { "kotlin: expected the compiler to answer at once, got a call that waits; restart the kernel" }
                .getOrThrow()
        }
    }
}
