package percolate.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import percolate.DType;
import percolate.model.Graph.Entry;
import percolate.model.Graph.Input;
import percolate.model.Graph.Source;
import percolate.model.Graph.Step;

/** Puts the places between inputs and outputs in order, and gives them their names. */
final class Assembly {
    private final Wiring wiring;
    private final List<Vertex> layers;
    private final Map<Vertex, Source> sources = new HashMap<>();
    private final Map<Vertex, DType> types = new HashMap<>();
    private final Map<Vertex, String> layerNames = new HashMap<>();
    private final Map<String, Source> titles = new LinkedHashMap<>();
    private final Map<Object, Integer> slots = new HashMap<>();
    private final List<Entry> weights = new ArrayList<>();
    private final List<Entry> carried = new ArrayList<>();

    Assembly(Wiring wiring) {
        this.wiring = wiring;
        this.layers = wiring.places().stream().filter(p -> p.layer() != null).toList();
    }

    Graph graph() {
        var inputs = inputs();
        layers.forEach(place -> sources.put(place, new Source(inputs.size() + layers.indexOf(place), "")));
        names();
        var steps = layers.stream().map(this::step).toList();
        var outputs = wiring.outputs().stream().map(this::source).toList();
        return new Graph(inputs, steps, outputs, titles, weights, carried, Set.of());
    }

    private List<Input> inputs() {
        var integers = integers();
        var inputs = new ArrayList<Input>();
        for (var place : wiring.inputs()) {
            var type = integers.contains(place) ? DType.int64 : DType.float32;
            var name = place.word().isEmpty() ? "input" + (inputs.size() + 1) : place.word();
            sources.put(place, new Source(inputs.size(), ""));
            types.put(place, type);
            inputs.add(new Input(name, place.shape(), type));
        }
        return inputs;
    }

    /** The inputs whose elements reach a layer that takes integers. */
    private Set<Vertex> integers() {
        var found = new LinkedHashSet<Vertex>();
        for (var place : layers) {
            for (int i = 0; i < place.inputs().size(); i++) {
                var given = place.inputs().get(i).given();
                if (given != null
                        && (place.layer().takesIntegers(i)
                                || (place.layer().takesAny() && !given.dtype().isFloating()))) {
                    found.add(given);
                }
            }
        }
        return found;
    }

    private void names() {
        var aliases = new HashMap<Vertex, String>();
        var others = new LinkedHashMap<String, Vertex>();
        for (var place : wiring.places()) {
            if (place.isAlias()) {
                var owner = place.owner();
                boolean names = owner.layer() != null
                        && owner.label().name().isEmpty()
                        && owner.label().before().isEmpty()
                        && owner.label().prefix().equals(prefix(place.word()))
                        && !aliases.containsKey(owner);
                if (names) {
                    aliases.put(owner, place.word());
                } else {
                    others.put(free(place, others), place);
                }
            }
        }
        layerNames.putAll(Names.of(layers, aliases));
        others.forEach((name, place) -> {
            boolean own = name.equals(layerNames.get(place.owner()));
            if (!own && layerNames.containsValue(name)) {
                throw twice(name);
            }
            if (!own) {
                titles.put(name, source(place));
            }
        });
    }

    /** The alias, or with a number behind it where it is the second use of a shared part. */
    private static String free(Vertex place, Map<String, Vertex> others) {
        var word = place.word();
        for (int use = 2; others.containsKey(word); use++) {
            var other = others.get(word).owner();
            if (other.layer() == null || other.variables() != place.owner().variables()) {
                throw twice(place.word());
            }
            word = place.word() + "#" + use;
        }
        return word;
    }

    private static IllegalArgumentException twice(String name) {
        return new IllegalArgumentException(
                "named(\"" + name + "\"): two places of one model have this name; give each its own");
    }

    private static String prefix(String path) {
        return path.substring(0, path.lastIndexOf('.') + 1);
    }

    private Source source(Vertex place) {
        if (place.isAlias()) {
            return source(place.inputs().get(0));
        }
        return place.isPick() ? new Source(source(place.inputs().get(0)).place(), place.word()) : sources.get(place);
    }

    private DType type(Vertex place) {
        return place.layer() == null && !place.isInput() && !place.isAlias()
                ? place.dtype()
                : place.isAlias() ? type(place.inputs().get(0)) : types.get(place);
    }

    private Step step(Vertex place) {
        var layer = place.layer();
        var name = layerNames.get(place);
        boolean again = place.variables().all().stream().map(Variable::identity).anyMatch(slots::containsKey);
        place.variables().all().forEach(variable -> slot(name, variable, weights));
        place.variables().carried().forEach(variable -> slot(name, variable, carried));
        var from = place.inputs();
        var casts = new ArrayList<Boolean>();
        for (int i = 0; i < from.size(); i++) {
            boolean taken = layer.takesIntegers(i) || layer.keepsElements() || layer.takesAny();
            casts.add(!taken && !type(from.get(i)).isFloating());
        }
        types.put(place, layer.keepsElements() ? type(from.get(0)) : DType.float32);
        var variables = place.variables().all();
        return new Step(
                name,
                layer,
                from.stream().map(this::source).toList(),
                casts,
                from.stream().map(Vertex::shape).toList(),
                place.shape(),
                again ? List.of() : variables.stream().map(Variable::weight).toList(),
                numbers(variables),
                numbers(place.variables().carried()));
    }

    private List<Integer> numbers(List<Variable> variables) {
        return variables.stream().map(Variable::identity).map(slots::get).toList();
    }

    private void slot(String name, Variable variable, List<Entry> entries) {
        if (!slots.containsKey(variable.identity())) {
            slots.put(variable.identity(), entries.size());
            entries.add(new Entry(name, variable));
        }
    }

    /** In the order in which they were written. */
    static List<Vertex> ordered(Set<Vertex> places) {
        return places.stream().sorted(Comparator.comparingLong(Vertex::number)).toList();
    }
}
