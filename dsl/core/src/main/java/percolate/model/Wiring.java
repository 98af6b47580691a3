package percolate.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import percolate.Layer;
import percolate.ShapeException;

/**
 * The places of a model from its inputs to its outputs. Places are shared: another model may hold them too, with the same
 * weights.
 */
public record Wiring(List<Vertex> inputs, List<Vertex> outputs) {
    public Wiring {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        refuseInputs(inputs);
        if (outputs.isEmpty()) {
            throw new IllegalArgumentException("model: expected one output or more, got none; name the last node");
        }
        var places = reached(outputs);
        for (var place : places) {
            if (place.isInput() && !inputs.contains(place)) {
                throw new IllegalArgumentException(
                        "model: an output also depends on " + place + ", which is not among the"
                                + " inputs; add it, model(List.of(a, b), …), or take the node of this model");
            }
        }
        for (int i = 0; i < inputs.size(); i++) {
            if (!places.contains(inputs.get(i))) {
                throw new IllegalArgumentException("model: no output depends on input " + (i + 1) + ", " + inputs.get(i)
                        + "; leave it out, or use its node");
            }
        }
    }

    private static void refuseInputs(List<Vertex> inputs) {
        for (int i = 0; i < inputs.size(); i++) {
            if (!inputs.get(i).isInput()) {
                throw new IllegalArgumentException("model: expected input " + (i + 1) + " to be made by input(…), got "
                        + inputs.get(i) + "; begin there, or take net.from(…) for the later part of a model");
            }
        }
        if (inputs.isEmpty() || new HashSet<>(inputs).size() < inputs.size()) {
            throw new IllegalArgumentException("model: expected "
                    + (inputs.isEmpty() ? "one input or more, got none" : "each input once, got " + inputs));
        }
    }

    private static Set<Vertex> reached(List<Vertex> outputs) {
        Set<Vertex> found = new HashSet<>();
        var open = new ArrayDeque<>(outputs);
        while (!open.isEmpty()) {
            var place = open.pop();
            if (found.add(place)) {
                open.addAll(place.inputs());
            }
        }
        return found;
    }

    /** All places, in the order in which they were written. */
    List<Vertex> places() {
        return Assembly.ordered(reached(outputs));
    }

    /** With names and shapes worked out. */
    public Graph graph() {
        return new Assembly(this).graph();
    }

    /**
     * These layers behind other places, with the same weights.
     *
     * @param frozen the names of this model's layers that are not trained
     * @return the outputs
     * @throws ShapeException if the places do not fit
     */
    public List<Vertex> behind(List<Vertex> others, Scope scope, Set<String> frozen) {
        if (others.size() != inputs.size()) {
            throw new ShapeException("expected " + inputs.size() + " inputs, as many as the model has, got "
                    + others.size() + "; write node.then(net, further nodes)");
        }
        var names = layerNames();
        var moved = moved(
                others,
                place -> place.label().within(scope, frozen.contains(names.get(place))),
                Vertex::variables,
                place -> rated(place, scope.rate()),
                scope.prefix());
        return outputs.stream().map(moved::get).toList();
    }

    private static Layer rated(Vertex place, double factor) {
        return factor == 1 || place.variables().all().isEmpty() ? place.layer() : Part.rated(place.layer(), factor);
    }

    /** The same layers and weights, which learn at this part of their rate. */
    public Wiring rated(double factor) {
        var names = layerNames();
        var moved = moved(
                inputs,
                place -> place.label().keeping(names.get(place)),
                Vertex::variables,
                place -> rated(place, factor),
                "");
        return new Wiring(inputs, outputs.stream().map(moved::get).toList());
    }

    /** The same layers with copies of the weights. */
    public Wiring copy() {
        return fresh((mine, old) -> {
            for (int i = 0; i < old.size(); i++) {
                mine.get(i).copy(old.get(i));
            }
        });
    }

    /** The same layers with copies of the weights that were given or trained; the others are not drawn yet. */
    public Wiring settled() {
        return fresh((mine, old) -> {
            for (int i = 0; i < old.size(); i++) {
                if (old.get(i).isSettled()) {
                    mine.get(i).copy(old.get(i));
                }
            }
        });
    }

    /** The same layers with weights of their own, not drawn yet. */
    public Wiring anew() {
        return fresh((mine, old) -> {});
    }

    private Wiring fresh(BiConsumer<List<Variable>, List<Variable>> fill) {
        var names = layerNames();
        var copies = new HashMap<Variables, Variables>();
        var owners = new HashMap<Object, Object>();
        var others = inputs.stream()
                .map(i -> Vertex.input(i.word(), i.shape(), i.dtype()))
                .toList();
        var moved = moved(
                others,
                place -> place.label().keeping(names.get(place)),
                place -> copies.computeIfAbsent(place.variables(), old -> {
                    var mine = new Variables();
                    if (!(place.layer() instanceof Own)) {
                        mine.fit(old.all().stream().map(Variable::weight).toList());
                        fill.accept(mine.all(), old.all());
                    }
                    return mine;
                }),
                place -> place.layer() instanceof Own own ? own.copied(owners) : place.layer(),
                "");
        return new Wiring(others, outputs.stream().map(moved::get).toList());
    }

    private Map<Vertex, Vertex> moved(
            List<Vertex> others,
            Function<Vertex, Label> labels,
            Function<Vertex, Variables> weights,
            Function<Vertex, Layer> layers,
            String prefix) {
        var moved = new HashMap<Vertex, Vertex>();
        for (int i = 0; i < inputs.size(); i++) {
            moved.put(inputs.get(i), others.get(i));
        }
        for (var place : places()) {
            if (place.layer() == null && !place.isInput()) {
                moved.put(place, place.moved(moved.get(place.inputs().get(0)), prefix));
            } else if (place.layer() != null) {
                var label = labels.apply(place);
                var to = place.inputs().stream().map(moved::get).toList();
                moved.put(
                        place,
                        Mistake.at(
                                Mistake.named(place.layer()),
                                () -> place.moved(layers.apply(place), label, weights.apply(place), to)));
            }
        }
        return moved;
    }

    /** The model up to a layer, whose values it gives. */
    public Wiring upTo(String name) {
        var end = place(name);
        var needed = reached(List.of(end));
        return new Wiring(inputs.stream().filter(needed::contains).toList(), List.of(end));
    }

    /** What comes after a layer; its input is what that layer gives. */
    public Wiring from(String name) {
        var names = layerNames();
        var begin = place(name).owner();
        var input = Vertex.input("", begin.shape(), begin.dtype());
        var moved = new HashMap<Vertex, Vertex>();
        moved.put(begin, input);
        for (var place : places()) {
            if (!moved.containsKey(place) && !place.isInput() && moved.keySet().containsAll(place.inputs())) {
                moved.put(
                        place,
                        place.layer() == null
                                ? place.moved(moved.get(place.inputs().get(0)), "")
                                : place.moved(
                                        place.layer(),
                                        place.label().keeping(names.get(place)),
                                        place.variables(),
                                        place.inputs().stream().map(moved::get).toList()));
            }
        }
        var ends = outputs.stream().map(moved::get).toList();
        if (ends.contains(null) || ends.contains(input)) {
            throw new IllegalArgumentException("from(\"" + name + "\"): "
                    + (ends.contains(input)
                            ? "it is the last layer, and nothing follows it"
                            : "an output also depends on what comes before or beside it")
                    + "; name a layer that all values pass through");
        }
        return new Wiring(List.of(input), ends);
    }

    /** With further inputs, the states that layers with {@code returnState()} start from where nothing feeds them one. */
    Wiring started() {
        var names = layerNames();
        var all = new ArrayList<>(inputs);
        var moved = new HashMap<Vertex, Vertex>();
        inputs.forEach(input -> moved.put(input, input));
        for (var place : places()) {
            if (place.layer() != null) {
                var to = new ArrayList<>(place.inputs().stream().map(moved::get).toList());
                if (place.layer() instanceof Recurrent<?> recurrent) {
                    all.addAll(recurrent.start(to));
                }
                var label = place.label().keeping(names.get(place));
                moved.put(place, place.moved(place.layer(), label, place.variables(), to));
            } else if (!place.isInput()) {
                moved.put(place, place.moved(moved.get(place.inputs().get(0)), ""));
            }
        }
        return new Wiring(all, outputs.stream().map(moved::get).toList());
    }

    /** The model without its last layers, back along the way from its one output. */
    public Wiring without(int last) {
        var end = outputs.get(0).owner();
        for (int i = 0; i < last; i++) {
            if (end.layer() == null
                    || end.inputs().size() - Mask.count(end.layer().attributes()) != 1
                    || outputs.size() > 1) {
                throw new IllegalArgumentException("without(" + last + "): "
                        + (end.isInput()
                                ? "the model has only " + i + " layers"
                                : "there is no single way back beyond " + end)
                        + "; name the new last layer with upTo(…)");
            }
            end = end.inputs().get(0).owner();
        }
        if (last < 0 || end.isInput()) {
            throw new IllegalArgumentException("without: expected to leave one layer or more of "
                    + places().stream().filter(p -> p.layer() != null).count() + ", got without(" + last + ")");
        }
        return new Wiring(inputs, List.of(end));
    }

    /** The names of the layers that were written as frozen. */
    Set<String> frozen() {
        return layerNames().entrySet().stream()
                .filter(e -> e.getKey().label().frozen())
                .map(Map.Entry::getValue)
                .collect(Collectors.toSet());
    }

    /** The place of a layer or title, by name. */
    public Vertex place(String name) {
        var named = layerNames().entrySet().stream()
                .filter(e -> e.getValue().equals(name))
                .map(Map.Entry::getKey)
                .findFirst();
        var aliased = places().stream()
                .filter(p -> p.isAlias() && p.word().equals(name))
                .findFirst();
        return named.or(() -> aliased)
                .orElseThrow(() ->
                        new IllegalArgumentException("model: there is no layer \"" + name + "\" in this model, but "
                                + graph().steps().stream().map(Graph.Step::name).toList()));
    }

    private Map<Vertex, String> layerNames() {
        var graph = graph();
        var names = new HashMap<Vertex, String>();
        var layers = places().stream().filter(p -> p.layer() != null).toList();
        for (int i = 0; i < layers.size(); i++) {
            names.put(layers.get(i), graph.steps().get(i).name());
        }
        return names;
    }
}
