package percolate.kernel.kotlin

import java.nio.file.Path

/** Finds the libraries that a cell asks for with `@file:DependsOn("group:artifact:version")`. */
fun interface Libraries {
    /**
     * The jars of these libraries and of all that they need.
     *
     * @param coordinates as Maven writes them
     * @param repositories the addresses that `@file:Repository` names, besides the usual ones
     * @throws Exception whose message says in a sentence what cannot be had
     */
    @Throws(Exception::class)
    fun jars(
        coordinates: List<String>,
        repositories: List<String>,
    ): List<Path>
}
