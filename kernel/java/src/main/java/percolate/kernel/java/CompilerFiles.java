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
import javax.tools.JavaFileObject.Kind;
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
    /** How the names of the files in the JDK's image begin: the module comes next, then the class. */
    private static final String OF_JDK = "/modules/";

    private final CellLoader cells;
    private final Runnable beforeIndexing;
    private final PackagesOfJars packages = new PackagesOfJars();

    /**
     * @param cells knows what cells see
     * @param beforeIndexing may wait until JShell shall list all packages there are, which only completion uses
     */
    CompilerFiles(StandardJavaFileManager files, CellLoader cells, Runnable beforeIndexing) {
        super(files);
        this.beforeIndexing = beforeIndexing;
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

    /** One jar as a place of its own, which is opened when something in it is listed. */
    private record OneJar(Path jar) implements Location {
        @Override
        public String getName() {
            return jar.toString();
        }

        @Override
        public boolean isOutputLocation() {
            return false;
        }
    }

    /**
     * What a package holds; of the class path only those jars are opened that may hold it. Besides, the classes that cells
     * of other languages have declared; JShell knows its own.
     */
    @Override
    public Iterable<JavaFileObject> list(Location location, String packageName, Set<Kind> kinds, boolean recurse)
            throws IOException {
        if (location != StandardLocation.CLASS_PATH || recurse) {
            return super.list(location, packageName, kinds, recurse);
        }
        var found = new ArrayList<JavaFileObject>();
        for (var jar : cells.classPath()) {
            if (packages.mayHold(jar, packageName)) {
                super.list(opened(jar), packageName, kinds, false).forEach(found::add);
            }
        }
        if (kinds.contains(Kind.CLASS) && packageName.equals(OtherCells.PACKAGE)) {
            cells.classesIn("").forEach(name -> cells.classFile(name)
                    .ifPresent(bytes -> found.add(new CellClassFile(name, bytes))));
        }
        return found;
    }

    private Location opened(Path jar) throws IOException {
        var place = new OneJar(jar);
        if (!fileManager.hasLocation(place)) {
            fileManager.setLocationFromPaths(place, List.of(jar));
        }
        return place;
    }

    /** Asked for each class of each package that is imported whole; for the JDK's own the compiler takes long to answer. */
    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        if (file instanceof CellClassFile ours) {
            return OtherCells.nameHere(ours.name);
        }
        var name = file.getName();
        return name.startsWith(OF_JDK) && name.endsWith(Kind.CLASS.extension)
                ? name.substring(name.indexOf('/', OF_JDK.length()) + 1, name.length() - Kind.CLASS.extension.length())
                        .replace('/', '.')
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
        if (location == StandardLocation.PLATFORM_CLASS_PATH) { // the first question of JShell's own indexing thread
            beforeIndexing.run();
        }
        return fileManager.getLocationAsPaths(location);
    }

    @Override
    public void setPathFactory(PathFactory factory) {
        fileManager.setPathFactory(factory);
    }
}
