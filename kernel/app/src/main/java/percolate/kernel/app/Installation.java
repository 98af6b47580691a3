package percolate.kernel.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import percolate.kernel.java.PackagesOfJars;

/**
 * Puts a kernelspec for each language where a front end looks for kernels, and one copy of all jars for all of them beside.
 * Each appears whole or not at all.
 */
final class Installation {
    /** Below a Jupyter's data folder: the jars and the start-up archives. */
    static final String SHARED = "percolate";

    private static final List<String> LOGOS = List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg");

    private final Distribution source;
    private final Jvm java;
    private final Consumer<String> say;

    /** @param say is told in a line what has been done */
    Installation(Distribution source, Jvm java, Consumer<String> say) {
        this.source = source;
        this.java = java;
        this.say = say;
    }

    /** Installs into a Jupyter's data folder, such as share/jupyter, in place of what an earlier call installed there. */
    void into(Path data) throws IOException, InterruptedException {
        var home = data.toAbsolutePath().normalize();
        var shared = home.resolve(SHARED);
        Replacement.of(shared, this::copyJars);
        var classPath = new ArrayList<Path>();
        classPath.addAll(placed(source.cells(), shared.resolve(Distribution.CELLS)));
        classPath.addAll(placed(source.kernel(), shared.resolve(Distribution.KERNEL)));
        var forKotlin = placed(source.kotlin(), shared.resolve(Distribution.KOTLIN));
        for (var language : NotebookLanguage.values()) {
            var spec = new KernelSpec(
                    language,
                    java,
                    smallFirst(language.classPath(classPath, forKotlin)),
                    shared.resolve(language.code() + ".archive"));
            var place = home.resolve("kernels").resolve(KernelSpec.name(language));
            Replacement.of(place, folder -> write(spec, folder));
            say.accept(place.toString());
            say.accept(new StartUpArchive(spec).make());
        }
    }

    private void copyJars(Path folder) throws IOException {
        var cells = Files.createDirectory(folder.resolve(Distribution.CELLS));
        copy(source.cells(), cells);
        PackagesOfJars.write(cells);
        copy(source.kernel(), Files.createDirectory(folder.resolve(Distribution.KERNEL)));
        copy(source.kotlin(), Files.createDirectory(folder.resolve(Distribution.KOTLIN)));
    }

    private static void copy(List<Path> jars, Path folder) throws IOException {
        for (var jar : jars) {
            Files.copy(jar, folder.resolve(jar.getFileName()));
        }
    }

    private static List<Path> placed(List<Path> jars, Path folder) {
        return jars.stream().map(jar -> folder.resolve(jar.getFileName())).toList();
    }

    /** Java opens jars until it finds a class. */
    private static List<Path> smallFirst(List<Path> jars) {
        return jars.stream()
                .sorted(Comparator.comparingLong(jar -> jar.toFile().length()))
                .toList();
    }

    private static void write(KernelSpec spec, Path folder) throws IOException {
        for (var logo : LOGOS) {
            try (var in = Installation.class.getResourceAsStream(spec.language().code() + "/" + logo)) {
                Files.copy(in, folder.resolve(logo));
            }
        }
        Files.writeString(folder.resolve("kernel.json"), spec.json());
    }
}
