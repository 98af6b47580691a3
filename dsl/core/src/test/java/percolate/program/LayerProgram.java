package percolate.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import percolate.Layer;
import percolate.Shape;
import percolate.Tensor;
import percolate.engine.Array;
import percolate.engine.NativeProgram;
import percolate.engine.NativeProgram.Arguments;
import percolate.model.Weight;

/** One layer, without its activation, as a program of its own, with the values that arise on the way. */
public final class LayerProgram {
    private final List<String> results = new ArrayList<>(List.of("result"));
    private final String head;
    private final String body;

    public LayerProgram(Layer layer, Shape input, boolean training, boolean exposing) {
        var writing = new Body(List.of(input), training, exposing);
        var result = layer.write(writing);
        var names = layer.weights(input).stream().map(Weight::name).toList();
        var text = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            text.append("    " + names.get(i) + " = ps[" + i + "]\n");
        }
        writing.lines().forEach(line -> text.append("    " + line + "\n"));
        text.append("    result = " + result + "\n");
        writing.exposed().forEach((name, value) -> text.append("    exposed_" + name + " = " + value + "\n"));
        writing.exposed().keySet().forEach(name -> results.add("exposed_" + name));
        head = "  def forward(self: __torch__.Ops" + (names.isEmpty() ? "" : ", ps: List[Tensor]");
        body = text.toString();
    }

    /** The layer's result under "result", and what it exposes under its name. */
    public Map<String, Tensor> run(List<Array> weights, Tensor x) {
        var code =
                head + ", x: Tensor) -> List[Tensor]:\n" + body + "    return [" + String.join(", ", results) + "]\n";
        var found = NativeProgram.load("layer", code).run(true, arguments(weights, x));
        var named = new LinkedHashMap<String, Tensor>();
        for (int i = 0; i < found.size(); i++) {
            named.put(
                    results.get(i).replace("exposed_", ""),
                    new Tensor(found.get(i).detached()));
        }
        return named;
    }

    /** The gradients of Σ result·cotangent, of x and of the first {@code count} weights. */
    public List<Tensor> gradients(List<Array> weights, int count, Tensor x, Tensor cotangent) {
        var wanted = new StringBuilder("x");
        for (int i = 0; i < count; i++) {
            wanted.append(", ps[" + i + "]");
        }
        var code = head + ", x: Tensor, y: Tensor) -> List[Tensor]:\n"
                + "    x = torch.requires_grad_(torch.detach(x), True)\n" + body
                + "    l = torch.sum(torch.mul(result, y), dtype=None)\n"
                + "    gs = annotate(List[Tensor], [])\n"
                + "    for g in torch.autograd.grad([l], [" + wanted + "], None, None, False, False):\n"
                + "      _g = torch.append(gs, unchecked_cast(Tensor, g))\n"
                + "    return gs\n";
        return NativeProgram.load("gradients", code)
                .run(true, arguments(weights, x).add(cotangent.array()))
                .stream()
                .map(Tensor::new)
                .toList();
    }

    private static Arguments arguments(List<Array> weights, Tensor x) {
        var arguments = new Arguments();
        return (weights.isEmpty() ? arguments : arguments.add("ps", weights)).add(x.array());
    }
}
