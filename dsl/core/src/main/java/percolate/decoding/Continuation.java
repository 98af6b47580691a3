package percolate.decoding;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import percolate.Model;
import percolate.Percolate;
import percolate.Shape;
import percolate.ShapeException;
import percolate.Tensor;
import percolate.model.Carried;
import percolate.program.Forward;
import percolate.program.Mode;

/** Who says what may come next. */
interface Continuation {
    /** The logits of the word behind these; {@code fresh} of them were added since it was last asked. */
    double[] next(long[] words, int fresh);

    /** Asks several times about one text, and leaves everything as it was before. */
    default <T> T during(Supplier<T> asking) {
        return asking.get();
    }

    static Continuation of(Function<Tensor, Tensor> function) {
        return (words, fresh) -> Logits.last("generate", function.apply(Logits.batch(words)));
    }

    static Continuation of(Model net) {
        var shape = net.graph().input();
        if (net.graph().inputs().size() != 1 || shape.rank() != 1) {
            throw new ShapeException("generate: expected a model of one input of words, input(TIME) or input(5), got "
                    + net.graph().inputs().stream().map(i -> i.shape()).toList()
                    + "; for others write generate(prefix -> net.predict(…), prefix, length)");
        }
        return Carried.in(net.graph()) ? new OfStates(net) : new OfWindow(net, shape);
    }

    private static double[] ask(Model net, long... words) {
        var graph = net.graph();
        var x = net.admit(List.of(Logits.batch(words)));
        var bare = graph.activation().name().equals("softmax") ? Set.of(0) : Set.<Integer>of();
        return Logits.last(
                "generate",
                Forward.compared(graph, Mode.INFERENCE, false, net.arrays(), x, bare)
                        .get(0));
    }

    /** One that sees all of the text, or as much as its window holds. */
    record OfWindow(Model net, Shape window) implements Continuation {
        @Override
        public double[] next(long[] words, int fresh) {
            int size = window.get(0) == Percolate.TIME ? words.length : window.get(0);
            if (words.length < size) {
                throw new ShapeException(
                        "generate: expected a prefix of " + size + " words or more, as many as the model's"
                                + " window holds, got " + words.length + "; begin with a longer text");
            }
            return ask(net, Arrays.copyOfRange(words, words.length - size, words.length));
        }
    }

    /** One whose layers remember the text: it is told each word once. */
    record OfStates(Model net) implements Continuation {
        @Override
        public double[] next(long[] words, int fresh) {
            return ask(net, Arrays.copyOfRange(words, words.length - fresh, words.length));
        }

        @Override
        public <T> T during(Supplier<T> asking) {
            return Carried.apart(net.graph(), asking);
        }
    }
}
