package percolate.kernel.language;

import java.nio.file.Path;
import java.util.List;

/** Finds the libraries that a cell asks for in its language's own way, such as {@code @file:DependsOn}. */
@FunctionalInterface
public interface Libraries {
    /**
     * The jars of these libraries and of all that they need.
     *
     * @param coordinates as Maven writes them, {@code group:artifact:version}
     * @param repositories the addresses that the cell names, besides the usual ones
     * @throws Exception whose message says in a sentence what cannot be had
     */
    List<Path> jars(List<String> coordinates, List<String> repositories) throws Exception;
}
