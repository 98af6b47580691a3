package percolate.train;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import percolate.Dataset;
import percolate.Evaluation;
import percolate.Loss;
import percolate.Metric;
import percolate.Model;
import percolate.Shape;
import percolate.Tensor;
import percolate.engine.Array;
import percolate.engine.NativeProgram;
import percolate.model.Carried;
import percolate.program.Comparison;
import percolate.program.Forward;
import percolate.program.Mode;
import percolate.program.Programs;
import percolate.program.Roles;

/** Loss and metrics of a model on one data set, as often as asked. */
public final class Evaluator {
    private static final int BATCH = 256;
    private static final int BATCHES_PER_CALL = 16;

    private final Model model;
    private final List<Metric> metrics;
    private final NativeProgram program;
    private final Loss loss;
    private final Set<Integer> bare;
    private final int batch;
    private final List<Tensor> x;
    private final Tensor y;
    private final Tally tally;

    /**
     * @param loss null: chosen by the targets
     * @param metrics null: chosen by the targets
     * @param trained the batch size of the training, which counts where states are taken over to the next batch; 0: none
     */
    public Evaluator(Model model, Dataset data, Loss loss, List<Metric> metrics, int trained) {
        if (data.size() == 0) {
            throw new IllegalArgumentException("evaluate: the data set is empty; give it one example or more");
        }
        this.model = model;
        this.x = model.admit(data.inputs());
        this.batch = Carried.in(model.graph()) && trained > 0 ? trained : BATCH;
        var choices = new Choices();
        var output = model.graph().outputs(Fit.examples(x)).get(0);
        var chosen = loss != null ? loss : choices.loss(model.graph(), output, data.y());
        this.metrics = metrics != null ? metrics : choices.metrics(chosen, model.graph(), output, data.y());
        this.y = chosen.prepare(output, data.y());
        // Only the check is wanted: metrics are measured on the targets that the loss prepared.
        this.metrics.forEach(m -> m.prepare(output, y));
        Fit.reduced(chosen);
        var comparison = new Comparison(model.graph(), chosen, this.metrics, Score.scoring(output, y));
        this.bare = comparison.bare();
        this.loss = chosen;
        this.program = Steps.isApart(model, chosen)
                ? Programs.compare(model.graph(), comparison)
                : Programs.evaluate(model.graph(), comparison);
        this.tally = new Tally(chosen, this.metrics, comparison.counts());
    }

    public Evaluation evaluate() {
        measure();
        var values = new LinkedHashMap<String, Double>();
        for (int i = 0; i < metrics.size(); i++) {
            values.put(metrics.get(i).name(), tally.value(i + 1));
        }
        return new Evaluation(tally.value(0), values);
    }

    /** Loss and metrics of the model as it is now; until the next call. */
    Tally measure() {
        tally.clear();
        return Carried.apart(model.graph(), () -> {
            int rows = y.shape().get(0);
            for (int from = 0; from < rows; from += batch * BATCHES_PER_CALL) {
                add(from, Math.min(rows, from + batch * BATCHES_PER_CALL));
            }
            return tally;
        });
    }

    private void add(int from, int to) {
        if (Steps.isApart(model, loss)) {
            for (int at = from; at < to; at += batch) {
                addApart(at, Math.min(to, at + batch));
            }
            return;
        }
        int rows = to - from;
        int steps = (rows + batch - 1) / batch;
        var arguments = Roles.of(model.graph()).add(new NativeProgram.Arguments(), model.arrays());
        x.forEach(input -> arguments.add(input.array().slice(0, from, to)));
        arguments
                .add(y.array().slice(0, from, to))
                .add(Array.of(new long[] {steps, 0, steps, batch, rows}, Shape.of(5)));
        var scores = new Tensor(program.run(false, arguments).get(0)).toDoubleArray();
        for (int i = 0, at = 0; i < steps; i++) {
            int size = Math.min(batch, rows - i * batch);
            tally.add(scores, at, size);
            at += tally.width(size);
        }
    }

    private void addApart(int from, int to) {
        var examples = x.stream().map(input -> input.slice(0, from, to)).toList();
        var target = y.slice(0, from, to);
        var outputs = Forward.compared(model.graph(), Mode.INFERENCE, false, model.arrays(), examples, bare);
        var arguments = Roles.of(model.graph())
                .add(new NativeProgram.Arguments(), model.arrays())
                .add("os", Score.compared(loss, outputs.get(0), target))
                .add(target.array());
        tally.add(new Tensor(program.run(false, arguments).get(0)).toDoubleArray(), 0, to - from);
    }
}
