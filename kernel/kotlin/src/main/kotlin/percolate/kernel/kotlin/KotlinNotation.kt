package percolate.kernel.kotlin

import percolate.kernel.language.Notation
import java.util.Arrays

/** How Kotlin is written; apart from [KotlinLanguage], which a session in another language need not load to know it. */
object KotlinNotation {
    @JvmField
    val NOTATION = Notation("kotlin", Arrays.asList(".kts", ".kt"), false)
}
