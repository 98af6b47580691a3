package percolate.train;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import percolate.Dataset;
import percolate.Device;
import percolate.Epoch;
import percolate.Gradients;
import percolate.Loss;
import percolate.Parameters;
import percolate.Tensor;
import percolate.data.Facts;
import percolate.data.TensorDataset;
import percolate.program.Comparison;
import percolate.program.Forward;
import percolate.program.Judged;

/** Outputs are to meet targets. */
final class Supervised implements Task {
    private final Setup setup;
    private final Judgement judgement;
    private final Dataset data;
    private final List<Tensor> x;
    private final Evaluator validation;
    private final Comparison comparison;

    /**
     * @param x the inputs of all examples, or of some where they are not in memory
     * @param validation null where there is none
     */
    Supervised(Setup setup, Judgement judgement, Dataset data, List<Tensor> x, Evaluator validation) {
        this.data = data;
        this.setup = setup;
        this.judgement = judgement;
        this.x = x;
        this.validation = validation;
        this.comparison = new Comparison(setup.model().graph(), judgement.judged());
    }

    @Override
    public void begin() {
        setup.model().prepare(setup.seed(), losses());
    }

    private List<Loss> losses() {
        return judgement.judged().stream().map(Judged::loss).toList();
    }

    @Override
    public Steps steps(Supplier<List<Epoch>> history) {
        return ProgramSteps.training(setup, judgement, data, x, history);
    }

    @Override
    public long work() {
        var graph = setup.model().graph();
        return Forward.isApart(graph, comparison)
                ? 0
                : graph.work(setup.truncation().examples(Fit.examples(x))) * setup.batch();
    }

    @Override
    public Steps rehearsal() {
        return ProgramSteps.rehearsal(
                setup, judgement, data.isHeld() ? data : new TensorDataset(x, List.of(), Facts.none()), x);
    }

    @Override
    public boolean isRandom() {
        return judgement.isRandom(setup.model().graph());
    }

    @Override
    public Supplier<Map<String, Double>> validation() {
        return validation == null ? null : validation::measure;
    }

    @Override
    public List<String> names() {
        return comparison.names();
    }

    @Override
    public String loss() {
        return judgement.judged().stream()
                .map(j -> (j.name().isEmpty() ? "" : j.name() + " ") + Plan.written(j.loss()))
                .collect(Collectors.joining(", "));
    }

    @Override
    public List<Parameters> owners() {
        return List.of(setup.model());
    }

    @Override
    public Gradients gradients(long step) {
        return new Slope(setup, judgement, data, x).of(step);
    }

    @Override
    public Device device() {
        return setup.model().graph().device();
    }
}
