package percolate.model;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of a model's layers: those that were given, then those they had in another model, then kind and number. */
public final class Names {
    private final Map<Vertex, String> names = new HashMap<>();
    private final Map<Variables, String> first = new HashMap<>();
    private final Map<Variables, Integer> uses = new HashMap<>();
    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> counts = new HashMap<>();

    /** @param aliases names that were given to places, by place */
    private Names(List<Vertex> layers, Map<Vertex, String> aliases) {
        var own = new LinkedHashMap<Vertex, String>();
        for (var place : layers) {
            if (!first.containsKey(place.variables())) {
                first.put(place.variables(), "");
                own.put(place, given(place, aliases));
            }
        }
        own.values().stream().filter(n -> !n.isEmpty()).forEach(this::take);
        own.replaceAll((place, name) -> name.isEmpty() ? before(place) : name);
        own.forEach((place, name) -> first.put(place.variables(), name.isEmpty() ? next(place) : name));
        layers.forEach(place -> names.put(place, use(place)));
    }

    static Map<Vertex, String> of(List<Vertex> layers, Map<Vertex, String> aliases) {
        return new Names(layers, aliases).names;
    }

    private static String given(Vertex place, Map<Vertex, String> aliases) {
        var given = place.label().given();
        return given.isEmpty() ? aliases.getOrDefault(place, "") : given;
    }

    private void take(String name) {
        if (!taken.add(name)) {
            throw new IllegalArgumentException(
                    "named(\"" + name + "\"): two layers of one model have this name; give each its own");
        }
    }

    private String before(Vertex place) {
        var before = place.label().before();
        return !before.isEmpty() && taken.add(before) ? before : "";
    }

    private String next(Vertex place) {
        var kind = place.label().prefix() + place.layer().kind();
        var name = "";
        while (name.isEmpty()) {
            var next = kind + counts.merge(kind, 1, Integer::sum);
            name = taken.add(next) ? next : "";
        }
        return name;
    }

    /** The weights' name, and from the second place that shares them on a number behind it. */
    private String use(Vertex place) {
        int use = uses.merge(place.variables(), 1, Integer::sum);
        return first.get(place.variables()) + (use == 1 ? "" : "#" + use);
    }

    /** @throws IllegalArgumentException if a layer cannot be called so */
    public static String checked(String who, String name) {
        if (name == null || !name.matches("[\\p{L}_][\\p{L}\\p{N}_-]*")) {
            throw new IllegalArgumentException(
                    who + ".named: a name is letters, digits, _ and -, starting with a letter, got \"" + name + "\"");
        }
        return name;
    }
}
