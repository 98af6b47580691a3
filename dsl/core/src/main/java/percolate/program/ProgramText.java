package percolate.program;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import percolate.Metric;
import percolate.engine.NativeProgram;

/** A program's {@code forward} while it is written, line by line. */
final class ProgramText {
    private final List<String> arguments;
    private final String result;
    private final List<String> lines = new ArrayList<>();
    private String indent = "    ";
    private String functions = "";

    ProgramText(List<String> weights, List<String> others, String result) {
        this.arguments = Stream.concat(weights.stream(), others.stream()).toList();
        this.result = result;
    }

    void line(String line) {
        lines.add(indent + line);
    }

    void lines(List<String> more) {
        more.forEach(this::line);
    }

    /** Reads the int64 vector {@code plan} into variables. */
    void plan(String... names) {
        for (int i = 0; i < names.length; i++) {
            line(names[i] + " = int(torch.select(plan, 0, " + i + "))");
        }
    }

    /** Repeats {@code steps} times; {@code at} is the row at which a step's batch starts. */
    void loop(Consumer<ProgramText> body) {
        line("scores = annotate(List[Tensor], [])");
        line("at = 0");
        line("for i in range(steps):");
        indent = "      ";
        body.accept(this);
        line("at = torch.add(at, n)");
        indent = "    ";
    }

    /** Works out {@code n}, the size of this step's batch: the last one of an epoch may be smaller. */
    void batch() {
        line("left = torch.sub(rows, torch.mul(torch.remainder(torch.add(first, i), epochSteps), batch))");
        line("if torch.lt(left, batch):");
        line("  n = left");
        line("else:");
        line("  n = batch");
    }

    /** Appends the loss {@code l} and the metrics of this step to {@code scores}, as float64. */
    void score(List<? extends Metric> metrics, Scoring scoring) {
        var values = new ArrayList<>(List.of(asDouble("torch.detach(l)")));
        if (!metrics.isEmpty()) {
            line("o = torch.detach(o)");
        }
        for (var metric : metrics) {
            values.add(asDouble(metric.write(scoring)));
        }
        line("_s = torch.append(scores, torch.stack([" + String.join(", ", values) + "], 0))");
    }

    private static String asDouble(String value) {
        return "torch.to(" + value + ", 7, False, False, None)";
    }

    ProgramText returning(String value, String functions) {
        line("return " + value);
        this.functions = functions;
        return this;
    }

    NativeProgram load(String name) {
        var head = arguments.stream().map(a -> ", " + a + ": Tensor").reduce("", String::concat);
        return ProgramCache.load(
                name,
                "  def forward(self: __torch__.Ops" + head + ") -> " + result + ":\n" + String.join("\n", lines) + "\n"
                        + functions);
    }
}
