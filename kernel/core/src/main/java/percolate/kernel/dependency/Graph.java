package percolate.kernel.dependency;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.graph.DependencyNode;
import org.eclipse.aether.util.artifact.ArtifactIdUtils;
import org.eclipse.aether.util.graph.manager.DependencyManagerUtils;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;

/** What a session's libraries need, with the versions that were chosen and those that were not. */
final class Graph {
    private final Map<String, DependencyNode> chosen = new LinkedHashMap<>();
    private final Map<String, String> askers = new LinkedHashMap<>();
    private final List<Loser> losers = new ArrayList<>();
    private final List<Held> held = new ArrayList<>();

    private record Loser(Artifact artifact, String asker, DependencyNode winner) {}

    /** A version that somebody asked for, and did not get because another had been fixed before. */
    record Held(Artifact artifact, String asked, String asker) {}

    Graph(DependencyNode root) {
        root.getChildren().forEach(child -> add(child, "you"));
    }

    private void add(DependencyNode node, String asker) {
        var artifact = node.getArtifact();
        var asked = DependencyManagerUtils.getPremanagedVersion(node);
        if (asked != null && !asked.equals(artifact.getVersion())) {
            held.add(new Held(artifact, asked, asker));
        }
        if (node.getData().get(ConflictResolver.NODE_DATA_WINNER) instanceof DependencyNode winner) {
            losers.add(new Loser(artifact, asker, winner));
            return;
        }
        if (chosen.putIfAbsent(key(artifact), node) == null) {
            askers.put(key(artifact), asker);
            node.getChildren().forEach(child -> add(child, name(artifact)));
        }
    }

    /** What a class path can hold one version of. */
    static String key(Artifact artifact) {
        return ArtifactIdUtils.toVersionlessId(artifact);
    }

    static String name(Artifact artifact) {
        return ArtifactIdUtils.toId(artifact).replace(":jar:", ":");
    }

    List<DependencyNode> chosen() {
        return List.copyOf(chosen.values());
    }

    List<Held> held() {
        return List.copyOf(held);
    }

    /** One line for each library that was asked for in several versions: which was chosen, and who asked. */
    Set<String> conflicts() {
        var lines = new LinkedHashSet<String>();
        for (var loser : losers) {
            var winner = loser.winner().getArtifact();
            if (!winner.getVersion().equals(loser.artifact().getVersion())) {
                lines.add(name(winner) + " is used, as asked by " + askers.getOrDefault(key(winner), "you") + ", not "
                        + loser.artifact().getVersion() + " as asked by " + loser.asker());
            }
        }
        return lines;
    }
}
