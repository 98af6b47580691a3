package percolate.kernel.dependency;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * The libraries of a session. Whatever is asked for is resolved together with all that was asked for before; what has
 * been added stays in its version, for its classes may be loaded. A question that fails changes nothing.
 */
public final class Dependencies {
    private static final String SCOPE = "compile";

    private final ProvidedLibraries provided;
    private final MavenPlace place;
    private final Map<String, Artifact> added = new LinkedHashMap<>();
    private final Set<String> said = new LinkedHashSet<>();
    private Wanted wanted = Wanted.nothing();

    /** @param provided the jars that cells see without asking */
    public Dependencies(List<Path> provided) {
        this(provided, MavenPlace.usual());
    }

    Dependencies(List<Path> provided, MavenPlace place) {
        this.provided = new ProvidedLibraries(provided);
        this.place = place;
    }

    /** Asks this repository too from now on, after those of the user's settings. */
    public synchronized void addRepository(String id, String url) {
        wanted = wanted.with(
                new Wanted(List.of(), List.of(), List.of(new RemoteRepository.Builder(id, "default", url).build())));
    }

    /**
     * Resolves libraries by their coordinates.
     *
     * @throws ResolutionException with a sentence that says why not
     */
    public synchronized Addition add(List<Coordinates> libraries) throws InterruptedException {
        var remarks = new ArrayList<String>();
        var roots = new ArrayList<Dependency>();
        for (var library : libraries) {
            if (!isThere(library, remarks)) {
                roots.add(new Dependency(artifact(library), SCOPE));
            }
        }
        return roots.isEmpty()
                ? new Addition(List.of(), List.of(), remarks)
                : resolve(new Wanted(roots, List.of(), List.of()), remarks);
    }

    /**
     * Resolves what a source file asks for.
     *
     * @param libraries coordinates
     * @param repositories URLs, which are asked from now on
     * @throws ResolutionException with a sentence that says why not
     */
    public Addition add(List<String> libraries, List<String> repositories) throws InterruptedException {
        repositories.forEach(url -> addRepository(url.replaceAll("[^\\w.]+", "-"), url));
        return add(libraries.stream().map(Coordinates::parse).toList());
    }

    /** Resolves what a POM asks for, a whole one or parts of one. */
    public synchronized Addition addPom(String text, List<String> scopes) throws InterruptedException {
        try {
            var file = Files.createTempFile("percolate", ".pom");
            try {
                Files.writeString(file, PomText.complete(text));
                return addPom(file, scopes);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Resolves what the POM in a file asks for, and what it inherits from the files of its parents. */
    public synchronized Addition addPom(Path file, List<String> scopes) throws InterruptedException {
        var pom = Pom.at(file);
        var asked = ask(resolver -> resolver.read(pom, scopes));
        var remarks = new ArrayList<String>();
        var roots = asked.roots().stream()
                .filter(root -> !isThere(coordinates(root.getArtifact()), remarks))
                .toList();
        return roots.isEmpty()
                ? new Addition(List.of(), List.of(), remarks)
                : resolve(new Wanted(roots, asked.managed(), asked.repositories()), remarks);
    }

    /** Whether a library is on the class path already. */
    private boolean isThere(Coordinates library, List<String> remarks) {
        var own = provided.version(library.group(), library.artifact());
        if (own.isPresent()) {
            var same =
                    own.get().replaceFirst("-" + library.classifier() + "$", "").equals(library.version());
            remarks.add(library.name() + ":" + own.get() + " is on the class path already"
                    + (same ? "" : "; " + library.version() + " was asked for, but Percolate needs its own"));
            return true;
        }
        var earlier = added.get(Graph.key(artifact(library)));
        if (earlier == null || library.version().matches("[\\[(].*|LATEST|RELEASE")) {
            return false;
        }
        if (!earlier.getBaseVersion().equals(library.version())) {
            throw new ResolutionException(library.name() + ":" + earlier.getVersion() + " is loaded already; "
                    + library.version() + " was asked for; restart the kernel to change it");
        }
        remarks.add(library + " is loaded already");
        return true;
    }

    private Addition resolve(Wanted more, List<String> remarks) throws InterruptedException {
        var all = wanted.with(more);
        var held = new Wanted(List.of(), pins(), List.of()).with(all);
        var found = ask(resolver -> resolver.resolve(held, this::isToFetch));
        wanted = all;
        tell(found.graph(), remarks);
        var jars = new ArrayList<Path>();
        var names = new ArrayList<String>();
        for (var node : found.graph().chosen()) {
            var artifact = node.getArtifact();
            if (isToFetch(artifact)) {
                added.put(Graph.key(artifact), artifact);
                jars.add(found.files().get(Graph.key(artifact)).toPath());
                names.add(Graph.name(artifact));
            }
        }
        return new Addition(jars, names, remarks);
    }

    /** What is loaded holds all that others need to its version. */
    private List<Dependency> pins() {
        return added.values().stream()
                .map(artifact -> new Dependency(artifact.setFile(null), SCOPE))
                .toList();
    }

    private boolean isToFetch(Artifact artifact) {
        return artifact.getExtension().equals("jar")
                && !added.containsKey(Graph.key(artifact))
                && provided.version(artifact.getGroupId(), artifact.getArtifactId())
                        .isEmpty();
    }

    /** Each remark once in a session, though each question resolves everything anew. */
    private void tell(Graph graph, List<String> remarks) {
        graph.conflicts().stream().filter(said::add).forEach(remarks::add);
        graph.held().stream()
                .filter(held -> added.containsKey(Graph.key(held.artifact())))
                .map(held -> Graph.name(held.artifact()) + " is loaded already; " + held.asker() + " asked for "
                        + held.asked() + "; restart the kernel to change it")
                .filter(said::add)
                .forEach(remarks::add);
    }

    /** A question to Maven's resolver. */
    private interface Question<T> {
        T ask(Resolver resolver);
    }

    private <T> T ask(Question<T> question) throws InterruptedException {
        var transfers = new Transfers();
        try {
            return Background.await(
                    "percolate-maven",
                    () -> {
                        try (var resolver = new Resolver(place, transfers)) {
                            return question.ask(resolver);
                        }
                    },
                    transfers::cancel);
        } finally {
            transfers.end();
        }
    }

    private static Artifact artifact(Coordinates library) {
        return new DefaultArtifact(
                library.group(), library.artifact(), library.classifier(), library.extension(), library.version());
    }

    private static Coordinates coordinates(Artifact artifact) {
        return new Coordinates(
                artifact.getGroupId(),
                artifact.getArtifactId(),
                artifact.getExtension(),
                artifact.getClassifier(),
                artifact.getVersion());
    }
}
