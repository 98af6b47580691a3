package percolate.kernel.kotlin

import org.jetbrains.kotlin.com.intellij.psi.PsiErrorElement
import org.jetbrains.kotlin.com.intellij.psi.util.PsiTreeUtil
import org.jetbrains.kotlin.lexer.KotlinLexer
import org.jetbrains.kotlin.lexer.KtTokens
import org.jetbrains.kotlin.psi.KtFile
import percolate.kernel.language.Completeness
import percolate.kernel.language.Completeness.Status

/** Whether a text is a complete cell, and how deep the next line would stand. */
internal object Openness {
    private val OPENING = setOf(KtTokens.LBRACE, KtTokens.LPAR, KtTokens.LBRACKET)
    private val CLOSING = setOf(KtTokens.RBRACE, KtTokens.RPAR, KtTokens.RBRACKET)

    fun of(
        compiler: CellCompiler,
        code: String,
    ): Completeness {
        val tokens = tokens(code)
        val errors = errors(compiler.parsed(code))
        return when {
            isOpenText(tokens) -> Completeness(Status.INCOMPLETE, "")
            errors.isEmpty() -> Completeness(Status.COMPLETE, "")
            errors.all { isEnd(code, it) } && !isOpen(tokens, "\"") -> Completeness(Status.INCOMPLETE, "    ".repeat(openBrackets(tokens)))
            else -> Completeness(Status.INVALID, "")
        }
    }

    private fun errors(file: KtFile) = PsiTreeUtil.collectElementsOfType(file, PsiErrorElement::class.java)

    /** Whether something is missing at the end of the text, where a next line could bring it. */
    private fun isEnd(
        code: String,
        error: PsiErrorElement,
    ) = error.text.isBlank() && code.substring(error.textRange.startOffset.coerceAtMost(code.length)).isBlank()

    private class Token(
        val type: Any,
        val text: String,
    )

    private fun tokens(code: String): List<Token> {
        val lexer = KotlinLexer().apply { start(code) }
        return generateSequence { lexer.tokenType?.let { Token(it, lexer.tokenText) }?.also { lexer.advance() } }.toList()
    }

    /** Whether the text ends within a comment or a text that may go over several lines. */
    private fun isOpenText(tokens: List<Token>): Boolean {
        val last = tokens.lastOrNull() ?: return false
        val isComment = last.type == KtTokens.BLOCK_COMMENT || last.type == KtTokens.DOC_COMMENT
        return (isComment && !last.text.endsWith("*/")) || isOpen(tokens, "\"\"\"")
    }

    private fun isOpen(
        tokens: List<Token>,
        quote: String,
    ): Boolean {
        val last = tokens.lastOrNull { it.type == KtTokens.OPEN_QUOTE || it.type == KtTokens.CLOSING_QUOTE }
        return last?.type == KtTokens.OPEN_QUOTE && last.text == quote
    }

    /** Brackets that are open at the end; those in strings, characters and comments do not count. */
    private fun openBrackets(tokens: List<Token>) =
        tokens.fold(0) { open, token ->
            when (token.type) {
                in OPENING -> open + 1
                in CLOSING -> maxOf(0, open - 1)
                else -> open
            }
        }
}
