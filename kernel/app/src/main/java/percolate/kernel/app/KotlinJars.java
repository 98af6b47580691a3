package percolate.kernel.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.util.ArrayList;
import java.util.List;
import percolate.kernel.app.NotebookLanguage.Ground;
import percolate.kernel.cells.CellLoader;
import percolate.kernel.cells.Interruption;
import percolate.kernel.language.Language;
import percolate.kernel.language.Libraries;
import percolate.kernel.language.Notation;

/**
 * Kotlin's compiler and what it needs. A notebook in Kotlin has them on its class path. One in Java opens them when a cell
 * first wants Kotlin: Java looks into every jar of its class path at each start, and these are most of it.
 */
final class KotlinJars {
    /** How Kotlin is written, known without its jars. */
    static final Notation NOTATION = new Notation("kotlin", List.of(".kts", ".kt"), false);

    private static final String LANGUAGE = "percolate.kernel.kotlin.KotlinLanguage";

    private KotlinJars() {}

    static Language start(Ground ground) {
        try {
            return (Language) language()
                    .getConstructor(CellLoader.class, Interruption.class, Libraries.class)
                    .newInstance(ground.loader(), ground.interruption(), (Libraries) ground::jars);
        } catch (InvocationTargetException e) {
            throw new IllegalStateException(
                    "kotlin: expected it to start, got " + e.getCause() + "; restart the kernel", e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("the jars for Kotlin do not fit the kernel; install Percolate again", e);
        }
    }

    private static Class<?> language() throws ClassNotFoundException {
        var ours = KotlinJars.class.getClassLoader();
        try {
            return Class.forName(LANGUAGE, true, ours);
        } catch (ClassNotFoundException e) {
            return Class.forName(LANGUAGE, true, loader(ours));
        }
    }

    /** Never closed: what Kotlin has loaded lives as long as the session. */
    private static ClassLoader loader(ClassLoader parent) {
        try {
            var urls = new ArrayList<URL>();
            for (var jar : Distribution.ofThisProgram().kotlin()) {
                urls.add(jar.toUri().toURL());
            }
            return new URLClassLoader("kotlin", urls.toArray(URL[]::new), parent);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
