package percolate.train;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.LongStream;
import percolate.Dataset;
import percolate.Evaluation;
import percolate.Loss;
import percolate.Metric;
import percolate.Model;
import percolate.Shape;
import percolate.Tensor;
import percolate.data.TensorDataset;
import percolate.engine.Array;
import percolate.engine.NativeProgram;
import percolate.model.Carried;
import percolate.program.Comparison;
import percolate.program.Forward;
import percolate.program.Judged;
import percolate.program.Mode;
import percolate.program.Programs;
import percolate.program.Roles;

/** Loss and metrics of a model on one data set, as often as asked. */
public final class Evaluator {
    private static final int BATCH = 256;
    private static final int BATCHES_PER_CALL = 16;

    private final Model model;
    private final Comparison comparison;
    private final boolean apart;
    private final NativeProgram program;
    private final int batch;
    private final Dataset data;
    private final List<Judged> judged;
    private final Part all;
    private final Tally tally;
    private final boolean apiece;

    /** Examples as the model takes them, and targets as the losses do. */
    private record Part(List<Tensor> x, List<Tensor> y) {
        Part rows(int from, int to) {
            return new Part(rows(x, from, to), rows(y, from, to));
        }

        private static List<Tensor> rows(List<Tensor> all, int from, int to) {
            return all.stream().map(t -> t.slice(0, from, to)).toList();
        }
    }

    /**
     * @param losses empty: chosen by the targets
     * @param metrics null: chosen by the targets
     * @param trained the batch size of the training, which counts where states are taken over to the next batch; 0: none
     */
    public Evaluator(Model model, Dataset data, List<Loss> losses, List<Metric> metrics, int trained) {
        this(
                model,
                notEmpty(data).still(),
                trained,
                false,
                (x, y) -> Judgement.of("evaluate", model.graph(), x, y, losses, metrics, new Choices()));
    }

    /**
     * With what a training judges.
     *
     * @param apiece whether each batch begins with states of zeros
     */
    Evaluator(Model model, Dataset data, List<Judged> judged, int trained, boolean apiece) {
        this(model, data.still(), trained, apiece, (x, y) -> Judgement.of("train", judged, model.graph(), x, y));
    }

    private Evaluator(
            Model model,
            Dataset data,
            int trained,
            boolean apiece,
            BiFunction<List<Tensor>, Dataset, Judgement> judging) {
        var sample = data.isHeld() ? data : Supply.sample(data);
        var x = model.admit(sample.inputs());
        var judgement = judging.apply(x, sample);
        this.model = model;
        this.data = data;
        this.judged = judgement.judged();
        this.batch = Carried.in(model.graph()) && trained > 0 ? trained : BATCH;
        this.all = data.isHeld() ? new Part(x, judgement.targets()) : null;
        this.comparison = new Comparison(model.graph(), judgement.judged());
        this.apart = Forward.isApart(model.graph(), comparison);
        this.program =
                apart ? Programs.compare(model.graph(), comparison) : Programs.evaluate(model.graph(), comparison);
        this.tally = Tally.of(comparison);
        this.apiece = apiece && Carried.in(model.graph());
    }

    private static Dataset notEmpty(Dataset data) {
        if (data.size() == 0) {
            throw new IllegalArgumentException("evaluate: the data set is empty; give it one example or more");
        }
        return data;
    }

    public Evaluation evaluate() {
        var values = measure();
        return new Evaluation(values.remove("loss"), values);
    }

    /** Loss and metrics of the model as it is now. */
    Map<String, Double> measure() {
        tally.clear();
        return Carried.apart(model.graph(), () -> {
            int rows = data.size();
            int step = all == null || apart || apiece ? batch : batch * BATCHES_PER_CALL;
            for (int from = 0; from < rows; from += step) {
                var part = part(from, Math.min(rows, from + step));
                if (apiece) {
                    Carried.reset(model.graph());
                }
                if (apart) {
                    addApart(part);
                } else {
                    add(part);
                }
            }
            return tally.values();
        });
    }

    /** Rows of what is in memory, or what is read for this. */
    private Part part(int from, int to) {
        if (all != null) {
            return all.rows(from, to);
        }
        var read = data.drawn(LongStream.range(from, to).toArray(), 0, 0);
        var examples = new TensorDataset(read, data.facts());
        var x = model.admit(examples.inputs());
        return new Part(
                x, Judgement.of("train", judged, model.graph(), x, examples).targets());
    }

    private void add(Part part) {
        int rows = part.x().get(0).size(0);
        int steps = (rows + batch - 1) / batch;
        var arguments = Roles.of(model.graph()).add(new NativeProgram.Arguments(), model.arrays());
        part.x().forEach(input -> arguments.add(input.array()));
        part.y().forEach(target -> arguments.add(target.array()));
        arguments.add(Array.of(new long[] {steps, 0, steps, batch, rows}, Shape.of(5)));
        var scores = new Tensor(program.run(false, arguments).get(0)).toDoubleArray();
        for (int i = 0, at = 0; i < steps; i++) {
            int size = Math.min(batch, rows - i * batch);
            tally.add(scores, at, size);
            at += tally.width(size);
        }
    }

    private void addApart(Part part) {
        var outputs =
                Forward.compared(model.graph(), Mode.INFERENCE, false, model.arrays(), part.x(), comparison.bare());
        var arguments = Score.compared(
                Roles.of(model.graph()).add(new NativeProgram.Arguments(), model.arrays()),
                comparison,
                outputs,
                part.y());
        tally.add(
                new Tensor(program.run(false, arguments).get(0)).toDoubleArray(),
                0,
                part.x().get(0).size(0));
    }
}
