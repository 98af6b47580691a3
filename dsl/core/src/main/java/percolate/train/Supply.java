package percolate.train;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import percolate.Batch;
import percolate.Dataset;
import percolate.Shape;
import percolate.Tensor;
import percolate.data.TensorDataset;
import percolate.engine.Array;
import percolate.program.Truncation;

/** The examples that steps of the native program see: those in memory, or what is drawn for these steps alone. */
final class Supply implements AutoCloseable {
    /** So many examples tell shapes, types and a loss where all are not in memory. */
    private static final int SAMPLE = 256;

    private final Setup setup;
    private final Judgement judgement;
    private final Dataset data;
    private final Order order;
    private final Ahead ahead;
    private final List<Array> inputs;
    private final List<Array> targets;

    /**
     * Examples, and which of them one after the other.
     *
     * @param places rows of inputs and targets
     */
    record Part(List<Array> inputs, List<Array> targets, Array places) {
        /** The inputs of a step, where this is the part of one. */
        List<Tensor> x(Truncation truncation, long step) {
            return truncation.inputs(Order.rows(inputs, places), step);
        }

        /** Its targets. */
        List<Tensor> y(Truncation truncation, long step) {
            return truncation.targets(Order.rows(targets, places), step);
        }
    }

    /**
     * @param x all inputs as the model takes them, where they are in memory
     * @param bytes of one batch
     */
    Supply(Setup setup, Judgement judgement, Dataset data, List<Tensor> x, Order order, long bytes) {
        this.setup = setup;
        this.judgement = judgement;
        this.data = data;
        this.order = order;
        this.ahead = data.isHeld() ? null : new Ahead(this::batch, bytes);
        this.inputs = data.isDrawn() ? List.of() : arrays(x);
        this.targets = data.isDrawn() ? List.of() : arrays(judgement.targets());
    }

    /** What stands for all examples where shapes and types matter: all of them where they are in memory. */
    static Dataset sample(Dataset data) {
        if (!data.isDrawn()) {
            return data;
        }
        var first = LongStream.range(0, Math.min(SAMPLE, data.size())).toArray();
        var batch = data.drawn(first, 0, 0);
        return new TensorDataset(batch, data.facts());
    }

    /** For steps {@code from} … {@code from + count − 1}. */
    Part steps(long from, int count) {
        return data.isDrawn() ? drawn(from, count) : part(inputs, targets, order.examples(from, count));
    }

    /** Numbers of rows lie on the device of the examples. */
    private static Part part(List<Array> inputs, List<Array> targets, long... rows) {
        var places = Array.of(rows, Shape.of(rows.length)).to(inputs.get(0).device());
        return new Part(inputs, targets, places);
    }

    private Part drawn(long from, int count) {
        var batches = new ArrayList<Batch>();
        for (long step = from; step < from + count; step++) {
            batches.add(ahead == null ? batch(step) : ahead.batch(step));
        }
        var examples = new TensorDataset(
                joined(batches.stream().map(Batch::inputs).toList()),
                joined(batches.stream().map(Batch::targets).toList()),
                data.facts(),
                data.weights().map(w -> joined(batches.stream()
                                .map(b -> List.of(b.weights().orElseThrow()))
                                .toList())
                        .get(0)));
        var x = setup.model().admit(examples.inputs());
        var y = Judgement.of("train", judgement.judged(), setup.model().graph(), x, examples)
                .targets();
        return part(arrays(x), arrays(y), LongStream.range(0, examples.size()).toArray());
    }

    private Batch batch(long step) {
        return data.drawn(order.examples(step, 1), setup.seed(), step / order.perEpoch());
    }

    @Override
    public void close() {
        if (ahead != null) {
            ahead.close();
        }
    }

    private static List<Tensor> joined(List<List<Tensor>> batches) {
        return IntStream.range(0, batches.get(0).size())
                .mapToObj(i -> new Tensor(Array.concat(
                        0, batches.stream().map(b -> b.get(i).array()).toList())))
                .toList();
    }

    private static List<Array> arrays(List<Tensor> tensors) {
        return tensors.stream().map(Tensor::array).toList();
    }
}
