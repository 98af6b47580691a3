package percolate.kernel.app;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What cells see of the program's class path. A distribution says it by its folders; elsewhere, as in tests, each library
 * is known by something only it contains.
 */
final class VisibleLibraries {
    private static final List<String> MARKS = List.of(
            "percolate/kernel/api/Display.class",
            "percolate/Tensor.class",
            "percolate/kotlin",
            "percolate/plotting",
            "ai/djl/engine/Engine.class",
            "ai/djl/pytorch/engine/PtEngine.class",
            "jnilib/pytorch.properties",
            "native/lib/pytorch.properties",
            "tech/tablesaw/api/Table.class",
            "it/unimi/dsi/fastutil/ints/IntIterable.class",
            "org/knowm/xchart/XYChart.class",
            "kotlin/Unit.class");

    private VisibleLibraries() {}

    static List<Path> find() throws IOException {
        return Distribution.isInDistribution(Distribution.ownLocation())
                ? Distribution.ofThisProgram().cells()
                : onClassPath();
    }

    private static List<Path> onClassPath() throws IOException {
        Set<Path> found = new LinkedHashSet<>();
        for (var mark : MARKS) {
            for (var url :
                    Collections.list(VisibleLibraries.class.getClassLoader().getResources(mark))) {
                found.add(entry(url, mark));
            }
        }
        return List.copyOf(found);
    }

    /** The jar or folder that holds a resource. */
    private static Path entry(URL resource, String name) throws IOException {
        try {
            if (resource.openConnection() instanceof JarURLConnection jar) {
                return Path.of(jar.getJarFileURL().toURI());
            }
            var file = Path.of(resource.toURI());
            return file.getRoot()
                    .resolve(file.subpath(0, file.getNameCount() - Path.of(name).getNameCount()));
        } catch (URISyntaxException e) {
            throw new IOException("class path: " + resource + " is not a path", e);
        }
    }
}
