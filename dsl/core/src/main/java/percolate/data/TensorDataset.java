package percolate.data;

import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import percolate.Batch;
import percolate.Dataset;
import percolate.Shape;
import percolate.Tensor;
import percolate.engine.Array;

/** Examples held in tensors. */
public record TensorDataset(List<Tensor> inputs, List<Tensor> targets, Facts facts, Optional<Tensor> weights)
        implements Dataset {
    public TensorDataset {
        Rows.check("dataset", inputs, targets);
        Targets.check("dataset", targets, facts.targetNames());
        inputs = List.copyOf(inputs);
        targets = List.copyOf(targets);
    }

    /** Examples that count alike. */
    public TensorDataset(List<Tensor> inputs, List<Tensor> targets, Facts facts) {
        this(inputs, targets, facts, Optional.empty());
    }

    /** The examples of a batch. */
    public TensorDataset(Batch batch, Facts facts) {
        this(batch.inputs(), batch.targets(), facts, batch.weights());
    }

    /** One input, one target. */
    public TensorDataset(Tensor x, Tensor y, List<String> classes) {
        this(List.of(x), List.of(y), Facts.NONE.withClasses(classes));
    }

    @Override
    public int size() {
        return inputs.get(0).size(0);
    }

    @Override
    public TensorDataset rows(long... examples) {
        Rows.checkNumbers(size(), examples);
        var numbers =
                Array.of(examples, Shape.of(examples.length)).to(inputs.get(0).device());
        return each(t -> new Tensor(t.array().rows(numbers)));
    }

    @Override
    public Dataset take(int count) {
        return part(0, Rows.count("take", count, size()));
    }

    @Override
    public Dataset skip(int count) {
        return part(Rows.count("skip", count, size()), size());
    }

    /** How much memory the numbers take. */
    long bytes() {
        return Stream.concat(inputs.stream(), targets.stream())
                .mapToLong(t -> t.shape().elementCount() * t.dtype().bytes())
                .sum();
    }

    /** Shares this one's memory. */
    TensorDataset part(int from, int to) {
        return each(t -> t.slice(0, from, to));
    }

    private TensorDataset each(UnaryOperator<Tensor> part) {
        return new TensorDataset(
                inputs.stream().map(part).toList(), targets.stream().map(part).toList(), facts, weights.map(part));
    }

    @Override
    public String toString() {
        return size() + " examples, x " + forms(inputs) + (targets.isEmpty() ? "" : ", y " + forms(targets))
                + (weights.isEmpty() ? "" : ", weighted")
                + (classes().isEmpty() ? "" : ", classes " + String.join(", ", classes()));
    }

    static String forms(List<Tensor> tensors) {
        return tensors.stream()
                .map(t -> t.shape().dropFirst(1) + " " + t.dtype())
                .collect(Collectors.joining(" and "));
    }
}
