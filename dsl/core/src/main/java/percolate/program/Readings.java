package percolate.program;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import percolate.model.Graph;
import percolate.model.Graph.Source;

/** What can be read of a graph beside its outputs: each layer's output, the values it exposes, and titles of parts. */
public record Readings(Map<String, Source> named) {
    public static Readings of(Graph graph) {
        var named = new LinkedHashMap<String, Source>();
        for (int i = 0; i < graph.steps().size(); i++) {
            var step = graph.steps().get(i);
            int place = graph.inputs().size() + i;
            named.put(step.name(), new Source(place, ""));
            step.exposed().forEach(e -> named.put(step.name() + "." + e.name(), new Source(place, e.name())));
        }
        named.putAll(graph.titles());
        return new Readings(named);
    }

    public List<String> names() {
        return List.copyOf(named.keySet());
    }

    List<Source> sources() {
        return List.copyOf(named.values());
    }
}
