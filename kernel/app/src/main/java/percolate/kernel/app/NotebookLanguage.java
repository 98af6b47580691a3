package percolate.kernel.app;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import percolate.kernel.app.Main.WrongUse;
import percolate.kernel.cells.CellLoader;
import percolate.kernel.cells.Interruption;
import percolate.kernel.java.JShellLanguage;
import percolate.kernel.kotlin.KotlinLanguage;
import percolate.kernel.language.Language;

/** A language that a notebook can be written in; each has a kernelspec of its own, and all share one program. */
enum NotebookLanguage {
    JAVA("Java") {
        @Override
        Language start(CellLoader loader, Interruption interruption) {
            return new JShellLanguage(loader, interruption);
        }
    },
    KOTLIN("Kotlin") {
        @Override
        Language start(CellLoader loader, Interruption interruption) {
            return new KotlinLanguage(loader, interruption);
        }
    };

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
    abstract Language start(CellLoader loader, Interruption interruption);

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
