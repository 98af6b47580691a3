package percolate.kernel.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import percolate.kernel.dependency.Addition;
import percolate.kernel.dependency.Coordinates;
import percolate.kernel.language.Evaluation;
import percolate.kernel.magic.Magic.Yields;

/** Magics that bring libraries: from Maven's repositories, and from files. */
final class LibraryMagics {
    private static final List<String> SCOPES = List.of("compile", "runtime", "system", "import");
    private final Surroundings session;

    LibraryMagics(Surroundings session) {
        this.session = session;
    }

    List<Magic> all() {
        return List.of(maven(), repository(), pomFile(), pomText(), jars(), classPath(), descriptor());
    }

    private Magic maven() {
        return Magic.line(
                        "maven",
                        "GROUP:ARTIFACT:VERSION…",
                        "Adds libraries with all they need, from the repositories of your Maven settings.",
                        this::maven)
                .alias("addMavenDependencies", "addMavenDependency")
                .yielding(Yields.LINES);
    }

    private Magic repository() {
        return Magic.line(
                        "mavenRepo",
                        "ID URL",
                        "Looks for libraries in this repository too, for the rest of the session.",
                        this::repository)
                .alias("addMavenRepo");
    }

    private Magic pomFile() {
        var purpose =
                "Adds the libraries that a POM asks for; its scopes are " + String.join(", ", SCOPES) + " unless told.";
        return Magic.line("loadFromPOM", "FILE [SCOPE…]", purpose, this::pomFile)
                .yielding(Yields.LINES);
    }

    private Magic pomText() {
        return Magic.cell(
                        "loadFromPOM",
                        "[SCOPE…]",
                        "Adds the libraries of the POM below, a whole one or dependencies as libraries' pages"
                                + " show them.",
                        this::pomText)
                .yielding(Yields.LINES);
    }

    private Magic jars() {
        return Magic.line(
                        "jars",
                        "FILE…",
                        "Adds jars, named or by a pattern such as lib/*.jar; of a folder, all files in it.",
                        call -> files(call, true))
                .yielding(Yields.LINES);
    }

    private Magic classPath() {
        return Magic.line(
                        "classpath",
                        "FILE…",
                        "Adds jars and folders with classes, named or by a pattern.",
                        call -> files(call, false))
                .alias("addClasspath")
                .yielding(Yields.LINES);
    }

    private static Magic descriptor() {
        return Magic.line(
                "use",
                "NAME",
                "Says what stands here for a library descriptor of the Kotlin kernel.",
                Descriptors::answer);
    }

    private Evaluation maven(Call call) throws InterruptedException {
        var wanted = call.arguments();
        if (wanted.isEmpty()) {
            throw call.wrong(
                    "expected coordinates, got none; write for example %maven org.apache.commons:commons-math3:3.6.1");
        }
        return added(
                call,
                session.dependencies()
                        .get()
                        .add(wanted.stream().map(Coordinates::parse).toList()));
    }

    private Evaluation repository(Call call) {
        var arguments = call.arguments();
        if (arguments.size() != 2 || !arguments.get(1).matches("[a-zA-Z]+:.+")) {
            throw call.wrong("expected an id and a URL, got "
                    + (call.rest().isEmpty() ? "nothing" : call.rest())
                    + "; write for example %mavenRepo lab https://maven.example.org/releases");
        }
        session.dependencies().get().addRepository(arguments.get(0), arguments.get(1));
        return new Evaluation.Nothing();
    }

    private Evaluation pomFile(Call call) throws InterruptedException {
        var arguments = call.arguments();
        if (arguments.isEmpty()) {
            throw call.wrong("expected a POM's file, got nothing; write for example %loadFromPOM pom.xml");
        }
        var file = call.source().resolve(arguments.get(0));
        return added(call, session.dependencies().get().addPom(file, scopes(arguments.subList(1, arguments.size()))));
    }

    private Evaluation pomText(Call call) throws InterruptedException {
        return added(call, session.dependencies().get().addPom(call.body(), scopes(call.arguments())));
    }

    private static List<String> scopes(List<String> named) {
        return named.isEmpty() ? SCOPES : named;
    }

    private Evaluation added(Call call, Addition addition) {
        session.languages().addToClassPath(addition.jars());
        addition.remarks().forEach(System.out::println);
        if (!addition.libraries().isEmpty()) {
            System.out.println("added " + String.join(", ", addition.libraries()));
        }
        return result(call, addition.jars());
    }

    private Evaluation files(Call call, boolean filesOfFolders) throws IOException {
        if (call.arguments().isEmpty()) {
            throw call.wrong("expected files, got none; write for example " + call.written() + " lib/*.jar");
        }
        var files = new ArrayList<Path>();
        for (var pattern : call.arguments()) {
            var found = Globs.find(call.source(), pattern);
            if (found.isEmpty() && !Globs.isPattern(pattern)) {
                throw call.wrong("expected a file, got " + pattern + ", where there is none");
            } else if (found.isEmpty()) {
                System.out.println(call.written() + ": nothing is named like " + pattern);
            }
            for (var file : found) {
                files.addAll(filesOfFolders && Files.isDirectory(file) ? content(file) : List.of(file));
            }
        }
        var paths =
                files.stream().map(file -> file.toAbsolutePath().normalize()).toList();
        session.languages().addToClassPath(paths);
        return result(call, paths);
    }

    private static List<Path> content(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** What was added is told to those who assign it. */
    private static Evaluation result(Call call, List<Path> paths) {
        return call.standsAlone()
                ? new Evaluation.Nothing()
                : new Evaluation.Value(paths.stream().map(Path::toString).toList());
    }
}
