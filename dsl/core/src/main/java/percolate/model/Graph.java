package percolate.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import percolate.DType;
import percolate.Layer;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;

/**
 * A model's layers with their names and shapes worked out, in an order in which each comes after those that feed it.
 *
 * @param outputs the places whose values the model gives
 * @param titles further names of places: of the parts that end there
 * @param weights of all layers, in the order of their first use; the native programs' arguments
 * @param carried what layers take over from one batch to the next, in the order of their first use
 * @param frozen the names of the layers that training leaves as they are
 */
public record Graph(
        List<Input> inputs,
        List<Step> steps,
        List<Source> outputs,
        Map<String, Source> titles,
        List<Entry> weights,
        List<Entry> carried,
        Set<String> frozen) {
    public Graph {
        inputs = List.copyOf(inputs);
        steps = List.copyOf(steps);
        outputs = List.copyOf(outputs);
        weights = List.copyOf(weights);
        carried = List.copyOf(carried);
        frozen = Set.copyOf(frozen);
    }

    /** The same layers with those of these names frozen, and no others. */
    Graph frozen(Set<String> names) {
        return new Graph(inputs, steps, outputs, titles, weights, carried, names);
    }

    /**
     * Whether a step takes the statistics that it keeps as they are, although its model is trained: its layer is frozen. What
     * drops elements still does.
     */
    public boolean keepsStatistics(Step step) {
        return step.slots().stream()
                .map(weights::get)
                .anyMatch(e -> !e.weight().trained() && frozen.contains(e.layer()));
    }

    /**
     * One of the model's inputs.
     *
     * @param shape of one example
     */
    public record Input(String name, Shape shape, DType dtype) {}

    /**
     * Where a value comes from.
     *
     * @param place an input's number, or the number of inputs plus a step's
     * @param exposed the name of a value within the step, empty for its output
     */
    public record Source(int place, String exposed) {}

    /**
     * One layer in its place.
     *
     * @param name its given name, or its kind with a number: {@code dense1}
     * @param from where its inputs come from
     * @param casts which of them are integers that it takes as float32
     * @param ins the shapes of its inputs
     * @param weights what it keeps; empty where a step before has them
     * @param slots the numbers of its weights in {@link Graph#weights}
     * @param carried the numbers of its states in {@link Graph#carried}
     */
    public record Step(
            String name,
            Layer layer,
            List<Source> from,
            List<Boolean> casts,
            List<Shape> ins,
            Shape out,
            List<Weight> weights,
            List<Integer> slots,
            List<Integer> carried) {
        public Step {
            weights = List.copyOf(weights);
        }

        /** The shape of its first input. */
        public Shape in() {
            return ins.get(0);
        }

        /** The number of this layer's weights' elements that training changes. */
        public long parameterCount() {
            return Sizes.count(weights);
        }

        /** What of its values can be read beside the output. */
        public List<Exposed> exposed() {
            return layer.exposed(ins);
        }
    }

    /**
     * A weight with its key in the model.
     *
     * @param layer the name of the step that uses it first
     */
    public record Entry(String layer, Variable variable) {
        public String key() {
            return layer + "." + weight().name();
        }

        public Weight weight() {
            return variable.weight();
        }
    }

    /** The shape of one example of the first input. */
    public Shape input() {
        return inputs.get(0).shape();
    }

    /** The type of the first input's elements. */
    public DType dtype() {
        return inputs.get(0).dtype();
    }

    /** The shape of one example of the first output. */
    public Shape output() {
        return shape(outputs.get(0));
    }

    /** The shape of one example at a place. */
    public Shape shape(Source source) {
        if (source.place() < inputs.size()) {
            return inputs.get(source.place()).shape();
        }
        var step = step(source);
        return exposed(step, source.exposed(), step.ins(), step.out());
    }

    /** The step that a value comes from; not for inputs. */
    public Step step(Source source) {
        return steps.get(source.place() - inputs.size());
    }

    private static Shape exposed(Step step, String name, List<Shape> ins, Shape out) {
        return name.isEmpty()
                ? out
                : step.layer().exposed(ins).stream()
                        .filter(e -> e.name().equals(name))
                        .findFirst()
                        .orElseThrow()
                        .shape();
    }

    /** The shape of the first output for an example of this shape, whose time axis has a size. */
    public Shape output(Shape example) {
        return outputs(List.of(example)).get(0);
    }

    /**
     * The shapes of the outputs for examples of these shapes, whose time axes have a size.
     *
     * @throws ShapeException naming the layer for which an example is too short
     */
    public List<Shape> outputs(List<Shape> examples) {
        var shapes = walk(examples);
        return outputs.stream()
                .map(source -> source.place() < inputs.size()
                        ? examples.get(source.place())
                        : exposed(
                                step(source), source.exposed(), ins(step(source), shapes), shapes.get(source.place())))
                .toList();
    }

    /** The shape at each place: the inputs', then the steps' outputs'. */
    private List<Shape> walk(List<Shape> examples) {
        var shapes = new ArrayList<>(examples);
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var place = "layer " + (i + 1) + " " + step.layer();
            shapes.add(Mistake.at(place, () -> step.layer().outputShape(ins(step, shapes))));
        }
        return shapes;
    }

    private List<Shape> ins(Step step, List<Shape> shapes) {
        return step.from().stream()
                .map(source -> source.exposed().isEmpty()
                        ? shapes.get(source.place())
                        : exposed(step(source), source.exposed(), ins(step(source), shapes), null))
                .toList();
    }

    /** Multiplications to push one example of these shapes forward. */
    public long work(List<Shape> examples) {
        var shapes = walk(examples);
        return steps.stream()
                .mapToLong(step -> step.layer().work(ins(step, shapes)))
                .sum();
    }

    /** Multiplications to push one example of this shape forward. */
    public long work(Shape example) {
        return work(List.of(example));
    }

    /** @throws IllegalArgumentException naming the layer that cannot take the values of this batch of the first input */
    public void check(Tensor x) {
        check(List.of(x));
    }

    /** @throws IllegalArgumentException naming the layer that cannot take the values of this batch */
    public void check(List<Tensor> batch) {
        var values = new ArrayList<>(batch);
        for (int i = 0; i < steps.size(); i++) {
            var step = steps.get(i);
            var x = values.get(step.from().get(0).place());
            values.add(x != null && step.layer().keepsElements() ? x : null);
            if (x != null && step.from().get(0).exposed().isEmpty()) {
                check(i, step, x);
            }
        }
    }

    private static void check(int index, Step step, Tensor x) {
        try {
            step.layer().check(x);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("layer " + (index + 1) + " " + step.layer() + ": " + e.getMessage(), e);
        }
    }

    /** The number of the weights' elements that training changes. */
    public long parameterCount() {
        return Sizes.count(weights.stream().map(Entry::weight).toList());
    }

    /** The number of elements that layers keep beside their parameters, such as running means. */
    public long bufferCount() {
        return weights.stream()
                .map(Entry::weight)
                .filter(w -> !w.trained())
                .mapToLong(w -> w.shape().elementCount())
                .sum();
    }

    /** What is applied to the values of the first output at the very end. */
    public Activation activation() {
        var source = outputs.get(0);
        return source.place() >= inputs.size() && source.exposed().isEmpty()
                ? step(source).layer().activation()
                : Activation.NONE;
    }

    /** The layers as they were written. */
    public Stream<Layer> layers() {
        return steps.stream().map(Step::layer);
    }

    /** Whether a layer runs in Java, so that no one program can hold them all. */
    public boolean isStepwise() {
        return layers().anyMatch(
                        layer -> layer instanceof Own || layer.activation().isOwn());
    }

    /** One of the steps alone: its inputs are the graph's, its output and values the graph's outputs. */
    public Graph alone(Step step, List<String> exposed) {
        var its = IntStream.range(0, step.ins().size())
                .mapToObj(i -> new Input("input" + (i + 1), step.ins().get(i), DType.float32))
                .toList();
        var from =
                IntStream.range(0, its.size()).mapToObj(i -> new Source(i, "")).toList();
        var entries = step.slots().stream().map(weights::get).toList();
        var states = step.carried().stream().map(carried::get).toList();
        var only = new Step(
                step.name(),
                step.layer(),
                from,
                step.casts(),
                step.ins(),
                step.out(),
                step.weights(),
                numbers(entries),
                numbers(states));
        var outputs = new ArrayList<>(List.of(new Source(its.size(), "")));
        exposed.forEach(name -> outputs.add(new Source(its.size(), name)));
        return new Graph(its, List.of(only), outputs, Map.of(), entries, states, frozen);
    }

    private static List<Integer> numbers(List<Entry> entries) {
        return IntStream.range(0, entries.size()).boxed().toList();
    }

    /** Whether each layer is fed by the one before alone. */
    public boolean isChain() {
        return inputs.size() == 1
                && outputs.equals(List.of(new Source(steps.size(), "")))
                && IntStream.range(0, steps.size())
                        .allMatch(i -> steps.get(i).from().equals(List.of(new Source(i, ""))));
    }

    /** The names of layers that a pattern means, in which * stands for any letters. */
    public Set<String> matching(String pattern) {
        var parts = Stream.of(pattern.split("\\*", -1)).map(Pattern::quote).toList();
        var expression = Pattern.compile(String.join(".*", parts) + "(\\..*)?");
        var found = steps.stream()
                .map(Step::name)
                .filter(name -> expression.matcher(name).matches())
                .collect(Collectors.toSet());
        if (found.isEmpty()) {
            throw new IllegalArgumentException("model: there is no layer \"" + pattern + "\" in this model, but "
                    + steps.stream().map(Step::name).toList());
        }
        return found;
    }
}
