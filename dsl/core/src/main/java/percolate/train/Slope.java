package percolate.train;

import java.util.ArrayList;
import java.util.List;
import percolate.Gradients;
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

/** The gradients of a training's loss, as its native program computes them, with the model's weights as they are now. */
record Slope(Setup setup, Judgement judgement, List<Tensor> x) {
    /** Of one step; states that are taken over from batch to batch begin with zeros. */
    Gradients of(long step) {
        var graph = setup.model().graph();
        var weights = setup.model().arrays();
        var comparison = new Comparison(graph, judgement.judged());
        var roles = Roles.of(graph, setup.model().frozenLayers(), judgement.judged());
        var y = rows(judgement.targets(), step);
        var outputs = Carried.apart(
                graph, () -> Forward.compared(graph, Mode.TRAINING, true, weights, rows(x, step), comparison.bare()));
        var arguments =
                roles.add(new NativeProgram.Arguments(), weights).add("os", Score.compared(comparison, outputs, y));
        y.forEach(t -> arguments.add(t.array()));
        return named(Programs.differentiate(roles, comparison).run(true, arguments), roles.trained());
    }

    private List<Tensor> rows(List<Tensor> all, long step) {
        var examples = new Order(x.get(0).size(0), setup).examples(step, 1);
        var chosen = Array.of(examples, Shape.of(examples.length)).to(x.get(0).device());
        return all.stream().map(t -> new Tensor(t.array().rows(chosen))).toList();
    }

    private Gradients named(List<Array> found, List<Integer> trained) {
        var entries = setup.model().graph().weights();
        var parts = new ArrayList<Gradients.Part>();
        for (int i = 0; i < trained.size(); i++) {
            var entry = entries.get(trained.get(i));
            parts.add(new Gradients.Part(
                    entry.key(), new Tensor(entry.variable().array()), new Tensor(found.get(i + 1))));
        }
        return new Gradients(new Tensor(found.get(0)).item(), parts);
    }
}
