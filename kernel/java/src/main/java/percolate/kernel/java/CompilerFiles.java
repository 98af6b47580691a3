package percolate.kernel.java;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import percolate.kernel.cells.CellLoader;

/**
 * The compiler's view of the class path. JShell would take the whole process's class path, and again each time a jar is
 * added; here the class path is always what the cells' loader shows.
 */
final class CompilerFiles extends ForwardingJavaFileManager<StandardJavaFileManager>
        implements StandardJavaFileManager {
    private static final Set<String> CLASS_PATH_OPTIONS = Set.of("-classpath", "--class-path", "-cp");
    private final CellLoader cells;

    CompilerFiles(StandardJavaFileManager files, CellLoader cells) {
        super(files);
        this.cells = cells;
        showClassPath();
    }

    /** Tells the compiler the class path as it is now. */
    void showClassPath() {
        try {
            fileManager.setLocationFromPaths(StandardLocation.CLASS_PATH, cells.classPath());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Besides the class path, the classes that cells of other languages have declared; JShell knows its own. */
    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        var found = super.list(location, packageName, kinds, recurse);
        var isOurs = location == StandardLocation.CLASS_PATH
                && kinds.contains(JavaFileObject.Kind.CLASS)
                && packageName.equals(OtherCells.PACKAGE);
        var declared = isOurs ? cells.classesIn("") : List.<String>of();
        if (declared.isEmpty()) {
            return found;
        }
        var all = new ArrayList<JavaFileObject>();
        found.forEach(all::add);
        declared.forEach(name -> cells.classFile(name).ifPresent(bytes -> all.add(new CellClassFile(name, bytes))));
        return all;
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof CellClassFile ours
                ? OtherCells.nameHere(ours.name)
                : super.inferBinaryName(location, file);
    }

    private static final class CellClassFile extends SimpleJavaFileObject {
        private final String name;
        private final byte[] bytes;

        CellClassFile(String name, byte[] bytes) {
            super(URI.create("cells:///" + name.replace('.', '/') + Kind.CLASS.extension), Kind.CLASS);
            this.name = name;
            this.bytes = bytes;
        }

        @Override
        public InputStream openInputStream() {
            return new ByteArrayInputStream(OtherCells.withNamesHere(bytes));
        }
    }

    @Override
    public boolean handleOption(String option, Iterator<String> remaining) {
        if (!CLASS_PATH_OPTIONS.contains(option)) {
            return super.handleOption(option, remaining);
        }
        remaining.next();
        showClassPath();
        return true;
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromFiles(Iterable<? extends File> files) {
        return fileManager.getJavaFileObjectsFromFiles(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(File... files) {
        return fileManager.getJavaFileObjects(files);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjectsFromStrings(Iterable<String> names) {
        return fileManager.getJavaFileObjectsFromStrings(names);
    }

    @Override
    public Iterable<? extends JavaFileObject> getJavaFileObjects(String... names) {
        return fileManager.getJavaFileObjects(names);
    }

    @Override
    public void setLocation(Location location, Iterable<? extends File> files) throws IOException {
        fileManager.setLocation(location, files);
    }

    @Override
    public void setLocationFromPaths(Location location, Collection<? extends Path> paths) throws IOException {
        fileManager.setLocationFromPaths(location, paths);
    }

    @Override
    public void setLocationForModule(Location location, String module, Collection<? extends Path> paths)
            throws IOException {
        fileManager.setLocationForModule(location, module, paths);
    }

    @Override
    public Iterable<? extends File> getLocation(Location location) {
        return fileManager.getLocation(location);
    }

    @Override
    public Iterable<? extends Path> getLocationAsPaths(Location location) {
        return fileManager.getLocationAsPaths(location);
    }

    @Override
    public void setPathFactory(PathFactory factory) {
        fileManager.setPathFactory(factory);
    }
}
