package percolate.program;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import percolate.engine.NativeProgram;
import percolate.engine.ProgramCache;

/** A program's {@code forward} while it is written, line by line. */
final class ProgramText {
    private final List<String> arguments;
    private final String result;
    private final List<String> lines = new ArrayList<>();
    private String indent = "    ";
    private String functions = "";

    /** @param lists names of arguments that are lists of tensors; they come first */
    ProgramText(List<String> lists, List<String> tensors, String result) {
        this.arguments = Stream.concat(
                        lists.stream().map(name -> name + ": List[Tensor]"),
                        tensors.stream().map(name -> name + ": Tensor"))
                .toList();
        this.result = result;
    }

    void line(String line) {
        lines.add(indent + line);
    }

    void lines(List<String> more) {
        more.forEach(this::line);
    }

    /**
     * Repeats what {@code body} writes for each step of the int64 vector {@code plan}, with the step's batch of {@code xs}
     * in {@code x}, of {@code xs0} in {@code x0} and so on.
     *
     * @param first what a step begins with, where {@code at} and {@code n} are known
     * @param batch the expression for the batch of %s, which begins at {@code at} and has {@code n} rows
     * @param all the arguments that hold all examples
     * @param truncation how a batch is cut into several steps
     */
    void steps(List<String> first, String batch, List<String> all, Truncation truncation, Runnable body) {
        var plan = List.of("count", "first", "perEpoch", "batch", "rows");
        plan.forEach(name -> line(name + " = int(torch.select(plan, 0, " + plan.indexOf(name) + "))"));
        line("scores = annotate(List[Tensor], [])");
        line("at = 0");
        line("for i in range(count):");
        within(() -> {
            rows(truncation);
            lines(first);
            all.forEach(name -> line(name.replace("s", "") + " = " + batch.formatted(name)));
            lines(truncation.lines(all));
            body.run();
            line("at = torch.add(at, n)");
        });
    }

    /** The last batch of an epoch may be smaller. */
    private void rows(Truncation truncation) {
        var place = truncation.batch("torch.remainder(torch.add(first, i), perEpoch)");
        line("left = torch.sub(rows, torch.mul(" + place + ", batch))");
        line("if torch.lt(left, batch):");
        line("  n = left");
        line("else:");
        line("  n = batch");
    }

    /** What {@code body} writes stands within the line before. */
    void within(Runnable body) {
        var outer = indent;
        indent = outer + "  ";
        body.run();
        indent = outer;
    }

    ProgramText returning(String value, String functions) {
        line("return " + value);
        this.functions = functions;
        return this;
    }

    /** The program, without being loaded. */
    String text() {
        var head = arguments.stream().map(a -> ", " + a).reduce("", String::concat);
        return "  def forward(self: __torch__.Ops" + head + ") -> " + result + ":\n" + String.join("\n", lines) + "\n"
                + functions;
    }

    NativeProgram load(String name) {
        return ProgramCache.load(name, text());
    }
}
