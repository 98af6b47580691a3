package percolate.train;

import java.util.ArrayList;
import java.util.List;
import percolate.Dataset;
import percolate.Gradients;
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
record Slope(Setup setup, Judgement judgement, Dataset data, List<Tensor> x) {
    /** Of one step; states that are taken over from batch to batch begin with zeros. */
    Gradients of(long step) {
        var graph = setup.model().graph();
        var weights = setup.model().arrays();
        var comparison = new Comparison(graph, judgement.judged());
        var roles = Roles.of(graph, setup.model().frozenLayers(), judgement.judged());
        var part = part(step);
        var inputs = part.x(setup.truncation(), step);
        var y = part.y(setup.truncation(), step);
        var outputs = Carried.apart(
                graph, () -> Forward.compared(graph, Mode.TRAINING, true, weights, inputs, comparison.bare()));
        var arguments = Score.compared(roles.add(new NativeProgram.Arguments(), weights), comparison, outputs, y);
        return named(Programs.differentiate(roles, comparison).run(true, arguments), roles.trained());
    }

    private Supply.Part part(long step) {
        try (var supply = new Supply(setup, judgement, data, x, new Order(data, setup), 0)) {
            return supply.steps(step, 1);
        }
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
