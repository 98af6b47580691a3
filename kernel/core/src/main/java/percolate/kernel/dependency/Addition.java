package percolate.kernel.dependency;

import java.nio.file.Path;
import java.util.List;

/**
 * What a question brought.
 *
 * @param jars not yet on the class path, in the order of the dependency graph
 * @param libraries their coordinates
 * @param remarks what the asker should know, a sentence each
 */
public record Addition(List<Path> jars, List<String> libraries, List<String> remarks) {
    public Addition {
        jars = List.copyOf(jars);
        libraries = List.copyOf(libraries);
        remarks = List.copyOf(remarks);
    }
}
