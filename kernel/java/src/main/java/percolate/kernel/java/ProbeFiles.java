package percolate.kernel.java;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.JavaFileObject.Kind;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** What a {@link Probe} compiles against: the class path of cells, and the classes that JShell made of cells. */
final class ProbeFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {
    private final Map<String, byte[]> declared;
    private final Supplier<List<Path>> classPath;
    private List<Path> shown = List.of();

    /** @param declared the class files of cells by their full names; may grow at any time */
    ProbeFiles(Supplier<List<Path>> classPath, Map<String, byte[]> declared) {
        super(ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null));
        this.declared = declared;
        this.classPath = classPath;
    }

    /** Follows the class path as it has become. */
    void update() {
        var now = classPath.get();
        if (!now.equals(shown)) {
            try {
                fileManager.setLocationFromPaths(StandardLocation.CLASS_PATH, now);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            shown = List.copyOf(now);
        }
    }

    @Override
    public Iterable<JavaFileObject> list(Location location, String packageName, Set<Kind> kinds, boolean recurse)
            throws IOException {
        var found = super.list(location, packageName, kinds, recurse);
        if (location != StandardLocation.CLASS_PATH
                || !packageName.equals(OtherCells.PACKAGE)
                || !kinds.contains(Kind.CLASS)) {
            return found;
        }
        var all = new ArrayList<JavaFileObject>();
        found.forEach(all::add);
        declared.forEach((name, bytes) -> all.add(new Declared(name, bytes)));
        return all;
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof Declared one ? one.name : super.inferBinaryName(location, file);
    }

    @Override
    public boolean isSameFile(FileObject left, FileObject right) {
        var isDeclared = left instanceof Declared || right instanceof Declared;
        return isDeclared ? left == right : super.isSameFile(left, right);
    }

    @Override
    public void close() {
        try {
            super.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Declared extends SimpleJavaFileObject {
        private final String name;
        private final byte[] bytes;

        Declared(String name, byte[] bytes) {
            super(URI.create("cell:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
            this.name = name;
            this.bytes = bytes;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(bytes);
        }
    }
}
