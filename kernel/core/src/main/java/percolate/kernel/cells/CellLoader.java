package percolate.kernel.cells;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

/**
 * Loads what cells see: the JDK, the shared classes, the jars a session asks for, and the cells' own compiled code. The
 * kernel's libraries are not found through it, so that a cell may bring any version of those.
 *
 * <p>{@code assert} holds in cells: who writes it there wants it checked.
 */
public final class CellLoader extends URLClassLoader {
    /** The loader's name, which stack traces tell. */
    public static final String NAME = "cells";

    static {
        registerAsParallelCapable();
    }

    private final SharedClasses shared;
    private final UnaryOperator<byte[]> weaver = new LoopWeaver();
    private final Map<String, byte[]> compiled = new ConcurrentHashMap<>();
    private final List<Path> added = new CopyOnWriteArrayList<>();
    private final AtomicReference<Runnable> firstUse = new AtomicReference<>();

    /** @param visible the jars and folders of the application's class path that cells see; everything else is hidden */
    public CellLoader(List<Path> visible) {
        super(NAME, new URL[0], ClassLoader.getPlatformClassLoader());
        shared = new SharedClasses(visible);
    }

    /** Makes a compiled class known; it is defined when it is first asked for. */
    public void declare(String name, byte[] bytes) {
        compiled.put(name, bytes);
    }

    /** The class file of a cell's class as its compiler wrote it, which the compilers of other languages may read. */
    public Optional<byte[]> classFile(String name) {
        return Optional.ofNullable(compiled.get(name));
    }

    /** The names of the cells' classes in a package. */
    public List<String> classesIn(String packageName) {
        return compiled.keySet().stream()
                .filter(name -> SharedClasses.packageOf(name).equals(packageName))
                .toList();
    }

    /** Lets go of the file of a class that has been loaded and that nothing will name. */
    public void forgetFile(String name) {
        if (findLoadedClass(name) != null) {
            compiled.remove(name);
        }
    }

    /** Lets cells see a jar, or a folder with classes, from now on. */
    public void add(Path jar) {
        if (!shared.jars().contains(jar) && !added.contains(jar)) {
            added.add(jar);
            addURL(SharedClasses.url(jar));
        }
    }

    /** Adds every entry of a class path as the platform writes it. */
    public void add(String classPath) {
        SharedClasses.entries(classPath).forEach(this::add);
    }

    /** Does something, soon and once, when a cell first uses a class of a shared library. */
    public void onFirstUse(Runnable task) {
        firstUse.set(task);
    }

    /**
     * Weaves a class that nobody loads, so that the first cell need not wait for it: the class files of the library that
     * does it are too old for Java's start-up archives.
     */
    public void warmUp() {
        try (var example = CellLoader.class.getResourceAsStream(CellStopped.class.getSimpleName() + ".class")) {
            var unused = weaver.apply(example.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a compiler has to know to see the same classes. */
    public List<Path> classPath() {
        var all = new ArrayList<>(shared.jars());
        all.addAll(added);
        return all;
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            var known = findLoadedClass(name);
            return known != null ? known : super.loadClass(name, resolve);
        }
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
        var bytes = compiled.get(name);
        if (bytes != null) {
            var woven = weaver.apply(bytes);
            setClassAssertionStatus(name, true);
            return defineClass(name, woven, 0, woven.length);
        }
        var found = shared.find(name);
        if (found == null) {
            return added(name);
        }
        if (SharedClasses.isOfLibrary(found)) {
            tellFirstUse();
        }
        return found;
    }

    /** A class of a jar that the session has asked for; where that would end the process, it is guarded. */
    private Class<?> added(String name) throws ClassNotFoundException {
        var library = GuardedLibrary.of(this, name.replace('.', '/') + ".class");
        return library.isPresent() ? guarded(name, library.get()) : super.findClass(name);
    }

    private Class<?> guarded(String name, GuardedLibrary library) {
        definePackageOnce(SharedClasses.packageOf(name), library);
        var woven = library.classFile();
        return defineClass(name, woven, 0, woven.length, library.source());
    }

    private synchronized void definePackageOnce(String name, GuardedLibrary library) {
        try {
            if (!name.isEmpty() && getDefinedPackage(name) == null) {
                definePackage(name, library.manifest(), library.source().getLocation());
            }
        } catch (IllegalArgumentException e) {
            // Another thread has just defined it, with a class that needs no guards.
        }
    }

    private void tellFirstUse() {
        var task = firstUse.getAndSet(null);
        if (task != null) {
            task.run();
        }
    }

    @Override
    public URL findResource(String name) {
        var found = shared.resource(name);
        return found != null ? found : super.findResource(name);
    }

    @Override
    public Enumeration<URL> findResources(String name) throws IOException {
        var all = Collections.list(shared.resources(name));
        all.addAll(Collections.list(super.findResources(name)));
        return Collections.enumeration(all);
    }

    @Override
    public void close() {
        try (shared) {
            super.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
