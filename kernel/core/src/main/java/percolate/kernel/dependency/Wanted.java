package percolate.kernel.dependency;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * All that a session has asked for.
 *
 * @param roots what cells named, in the order of asking
 * @param managed versions that what is needed by others is held to
 * @param repositories besides those of the user's settings
 */
record Wanted(List<Dependency> roots, List<Dependency> managed, List<RemoteRepository> repositories) {
    Wanted {
        roots = List.copyOf(roots);
        managed = List.copyOf(managed);
        repositories = List.copyOf(repositories);
    }

    static Wanted nothing() {
        return new Wanted(List.of(), List.of(), List.of());
    }

    Wanted with(Wanted more) {
        return new Wanted(
                joined(roots, more.roots),
                joined(managed, more.managed),
                joined(
                        repositories,
                        more.repositories.stream()
                                .filter(repository -> !repositories.contains(repository))
                                .toList()));
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        var all = new ArrayList<>(some);
        all.addAll(more);
        return all;
    }
}
