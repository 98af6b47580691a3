package percolate.model;

import java.util.List;
import java.util.stream.Collectors;
import percolate.Layer;
import percolate.Node;

/**
 * Layers that see each step of a sequence as an example by itself, all steps with the same weights: a sequence of images
 * [time, channels, h, w] through {@code conv2d} and {@code flatten} becomes one of vectors, [time, features]. A batch norm
 * within sees the steps of all examples as one batch.
 */
public final class TimeDistributed extends Group<TimeDistributed> {
    private TimeDistributed(Attributes attributes) {
        super(attributes);
    }

    public TimeDistributed(List<Layer> layers) {
        this(Attributes.of("timeDistributed").with("layers", Parts.checked("timeDistributed", layers)));
    }

    @Override
    protected TimeDistributed with(Attributes attributes) {
        return new TimeDistributed(attributes);
    }

    @Override
    protected Node expand(List<Node> inputs) {
        var each = Steps.apart().onto(inputs);
        var results = chain("layer", Parts.of(this), List.of(each));
        return Parts.activated(Steps.together(), this).onto(List.of(results, inputs.get(0)));
    }

    @Override
    protected String written() {
        return kind() + Parts.of(this).stream().map(Layer::toString).collect(Collectors.joining(", ", "(", ")"));
    }
}
