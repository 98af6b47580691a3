package percolate.kernel.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import percolate.kernel.app.Main.WrongUse;
import percolate.kernel.cells.CellLoader;
import percolate.kernel.cells.Interruption;
import percolate.kernel.dependency.Dependencies;
import percolate.kernel.java.JShellLanguage;
import percolate.kernel.language.Language;

/** A language that a notebook can be written in; each has a kernelspec of its own, and all share one program. */
enum NotebookLanguage {
    JAVA("Java") {
        @Override
        Language start(Ground ground) {
            return new JShellLanguage(ground.loader(), ground.interruption());
        }

        @Override
        List<Path> classPath(List<Path> always, List<Path> forKotlin) {
            return always;
        }
    },
    KOTLIN("Kotlin") {
        @Override
        Language start(Ground ground) {
            return KotlinJars.start(ground);
        }

        @Override
        List<Path> classPath(List<Path> always, List<Path> forKotlin) {
            return Stream.of(always, forKotlin).flatMap(List::stream).toList();
        }
    };

    /** What all languages of a session share. */
    record Ground(CellLoader loader, Interruption interruption, Supplier<Dependencies> dependencies) {
        List<Path> jars(List<String> libraries, List<String> repositories) throws InterruptedException {
            return dependencies.get().jars(libraries, repositories);
        }
    }

    private final String title;

    NotebookLanguage(String title) {
        this.title = title;
    }

    /** As people write it. */
    String title() {
        return title;
    }

    /** As options, magics and kernelspecs write it: lower case. */
    String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How the language begins; it returns at once and gets ready on threads of its own. */
    abstract Language start(Ground ground);

    /** What its kernel is started with; what it can do without is left out, for each jar makes a start longer. */
    abstract List<Path> classPath(List<Path> always, List<Path> forKotlin);

    /** @throws WrongUse if there is none of this name */
    static NotebookLanguage named(String name) {
        return Stream.of(values())
                .filter(language -> language.code().equals(name))
                .findFirst()
                .orElseThrow(() -> new WrongUse("--language: expected "
                        + Stream.of(values()).map(NotebookLanguage::code).collect(Collectors.joining(" or ")) + ", got "
                        + name));
    }
}
