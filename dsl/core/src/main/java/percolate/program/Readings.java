package percolate.program;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import percolate.model.Graph;
import percolate.model.Graph.Source;
import percolate.model.Own;

/** What can be read of a graph beside its outputs: each layer's output, the values it exposes, and titles of parts. */
public record Readings(Map<String, Source> named) {
    public static Readings of(Graph graph) {
        var named = new LinkedHashMap<String, Source>();
        for (int i = 0; i < graph.steps().size(); i++) {
            var step = graph.steps().get(i);
            int place = graph.inputs().size() + i;
            named.put(step.name(), new Source(place, ""));
            exposed(step).forEach(name -> named.put(step.name() + "." + name, new Source(place, name)));
        }
        named.putAll(graph.titles());
        return new Readings(named);
    }

    /** The names of what a layer exposes when it is asked for all. */
    static List<String> exposed(Graph.Step step) {
        if (step.layer() instanceof Own) {
            return List.of();
        }
        var body = new Body(step.ins(), false, true);
        step.layer().write(body);
        return List.copyOf(body.exposed().keySet());
    }

    public List<String> names() {
        return List.copyOf(named.keySet());
    }

    List<Source> sources() {
        return List.copyOf(named.values());
    }
}
