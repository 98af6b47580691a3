package percolate.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import percolate.DType;
import percolate.Layer;
import percolate.Node;
import percolate.Percolate;
import percolate.Shape;
import percolate.model.Attributes;
import percolate.model.Graph;
import percolate.model.Kinds;
import percolate.model.Own;
import percolate.model.Vertex;
import percolate.model.Wiring;

/**
 * A graph as it stands in a file.
 *
 * @param titles names of parts, with the places where they end
 */
record GraphText(List<Input> inputs, List<Step> layers, List<Place> outputs, Map<String, Place> titles) {
    /** @param shape of one example */
    record Input(String name, List<Integer> shape, DType type) {
        Node node() {
            return Percolate.input(new Shape(shape).toArray()).to(type);
        }
    }

    /**
     * One layer.
     *
     * @param options what was said of it
     * @param from where its inputs come from
     * @param weightsOf the layer before it whose weights it shares; absent where it has its own
     * @param own a layer of one's own, or one with an activation of one's own, as it was written; absent for others
     */
    record Step(
            String name, String kind, Map<String, Object> options, List<Place> from, String weightsOf, String own) {}

    /**
     * Where a value comes from.
     *
     * @param place an input's number, or the number of inputs plus a layer's
     * @param value of those that a layer exposes; absent for its output
     */
    record Place(int place, String value) {
        static Place of(Graph.Source source) {
            return new Place(source.place(), source.exposed().isEmpty() ? null : source.exposed());
        }

        Vertex in(List<Vertex> places) {
            var vertex = places.get(place);
            return value == null ? vertex : vertex.pick(vertex.exposed(value));
        }
    }

    static GraphText of(Graph graph) {
        var titles = new LinkedHashMap<String, Place>();
        graph.titles().forEach((name, source) -> titles.put(name, Place.of(source)));
        return new GraphText(
                graph.inputs().stream()
                        .map(i -> new Input(i.name(), i.shape().sizes(), i.dtype()))
                        .toList(),
                graph.steps().stream().map(step -> step(graph, step)).toList(),
                graph.outputs().stream().map(Place::of).toList(),
                titles);
    }

    private static boolean isOwn(Layer layer) {
        return layer instanceof Own || layer.activation().isOwn();
    }

    private static Step step(Graph graph, Graph.Step step) {
        var owner = step.slots().isEmpty()
                ? step.name()
                : graph.weights().get(step.slots().get(0)).layer();
        return new Step(
                step.name(),
                step.layer().kind(),
                step.layer().attributes().written(),
                step.from().stream().map(Place::of).toList(),
                owner.equals(step.name()) ? null : owner,
                isOwn(step.layer()) ? step.layer().toString() : null);
    }

    /** The places of this graph, with weights that are not drawn yet. */
    Wiring wiring() {
        refuseOwn();
        var places = new ArrayList<Vertex>();
        for (var input : inputs) {
            var checked = input.node();
            places.add(Vertex.input(input.name(), checked.shape(), checked.dtype()));
        }
        var named = new LinkedHashMap<String, Vertex>();
        for (var step : layers) {
            var layer = Kinds.layer(Attributes.of(step.kind()).with(step.options()));
            var from = step.from().stream().map(p -> p.in(places)).toList();
            var sharing = step.weightsOf() == null ? null : named.get(step.weightsOf());
            var vertex = Vertex.read(layer, step.name(), sharing, from);
            named.put(step.name(), vertex);
            places.add(titled(places.size(), vertex));
        }
        var ends = outputs.stream().map(p -> p.in(places)).toList();
        return new Wiring(places.subList(0, inputs.size()), ends);
    }

    private void refuseOwn() {
        var own = own();
        if (!own.isEmpty()) {
            throw new IllegalArgumentException(own);
        }
    }

    /** What has to be done to load a model that holds code of one's own; nothing where it holds none. */
    String own() {
        var own = layers.stream()
                .filter(step -> step.own() != null)
                .map(step -> step.name() + " = " + step.own())
                .toList();
        return own.isEmpty()
                ? ""
                : "it holds layers of your own, " + own
                        + ", whose code no file keeps: build the model again with them, and give it the numbers with"
                        + " net.weights(loadWeights(file))";
    }

    private Vertex titled(int place, Vertex vertex) {
        var titled = vertex;
        for (var title : titles.entrySet()) {
            if (title.getValue().place() == place && title.getValue().value() == null) {
                titled = titled.named(title.getKey());
            }
        }
        return titled;
    }
}
