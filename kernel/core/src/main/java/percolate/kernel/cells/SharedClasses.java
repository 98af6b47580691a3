package percolate.kernel.cells;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What cells share with the kernel: some jars of the application's class path, and the JDK's tools. Their classes are
 * those of the application's loader, so that a tensor made in a cell is a tensor for the renderers too.
 */
final class SharedClasses implements AutoCloseable {
    /** What woven cells call. */
    private static final Set<String> WOVEN_IN =
            Set.of(Checkpoint.class.getName(), KernelGuard.class.getName(), KernelGuard.ExitRefused.class.getName());

    private final List<Path> jars;
    private final ClassLoader application = SharedClasses.class.getClassLoader();
    private final URLClassLoader content;
    private final Set<String> toolPackages = toolPackages();

    SharedClasses(List<Path> jars) {
        this.jars = List.copyOf(jars);
        this.content =
                new URLClassLoader(this.jars.stream().map(SharedClasses::url).toArray(URL[]::new), null);
    }

    List<Path> jars() {
        return jars;
    }

    /** The shared class of this name, or null if cells have none. */
    Class<?> find(String name) throws ClassNotFoundException {
        return shows(name) ? application.loadClass(name) : null;
    }

    /** Whether a class is neither the JDK's nor the kernel's own. */
    static boolean isOfLibrary(Class<?> type) {
        return !type.getModule().isNamed() && !type.getName().startsWith("percolate.kernel.");
    }

    URL resource(String name) {
        return content.findResource(name);
    }

    Enumeration<URL> resources(String name) throws IOException {
        return content.findResources(name);
    }

    @Override
    public void close() throws IOException {
        content.close();
    }

    private boolean shows(String name) {
        return WOVEN_IN.contains(name)
                || toolPackages.contains(packageOf(name))
                || content.findResource(name.replace('.', '/') + ".class") != null;
    }

    static String packageOf(String name) {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }

    /** The packages of JDK modules that the application's loader defines, for example {@code jdk.jshell}. */
    private static Set<String> toolPackages() {
        return ModuleLayer.boot().modules().stream()
                .filter(module -> module.getClassLoader() == ClassLoader.getSystemClassLoader())
                .flatMap(module -> module.getPackages().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    static URL url(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("class path: " + jar + " cannot be written as a URL", e);
        }
    }

    /** The entries of a class path as the platform writes it. */
    static List<Path> entries(String classPath) {
        return List.of(classPath.split(File.pathSeparator)).stream()
                .filter(entry -> !entry.isEmpty())
                .map(Path::of)
                .toList();
    }
}
