package percolate.tensor;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import percolate.Tensor;
import percolate.engine.NativeProgram.Arguments;
import percolate.engine.ProgramCache;

/**
 * Operations that DJL's own words lack or get wrong, as native programs of a line; their operands are called a, b, c, …
 */
final class Operators {
    private Operators() {}

    /** The value of an expression. */
    static Tensor call(String name, String expression, Tensor... operands) {
        return run(name, text("Tensor", operands.length, "return " + expression), operands)
                .get(0);
    }

    /** The values of an expression that has several, after a statement that makes them. */
    static List<Tensor> several(String name, String statement, String values, Tensor... operands) {
        return run(name, text("List[Tensor]", operands.length, statement, "return [" + values + "]"), operands);
    }

    /** What operands are called. */
    static List<String> names(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i < 25 ? Character.toString('a' + i) : "z" + i)
                .toList();
    }

    /** A list of integers as programs write it. */
    static String list(int... values) {
        return "annotate(List[int], " + Arrays.toString(values) + ")";
    }

    private static List<Tensor> run(String name, String text, Tensor... operands) {
        var arguments = new Arguments();
        Arrays.stream(operands).map(Tensor::array).forEach(arguments::add);
        return ProgramCache.load(name, text).run(true, arguments).stream()
                .map(Tensor::new)
                .toList();
    }

    private static String text(String result, int operands, String... statements) {
        var signature = names(operands).stream().map(n -> ", " + n + ": Tensor").collect(Collectors.joining());
        return "  def forward(self: __torch__.Ops" + signature + ") -> " + result + ":\n"
                + Arrays.stream(statements).map(s -> "    " + s + "\n").collect(Collectors.joining());
    }
}
