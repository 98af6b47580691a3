package percolate.program;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import percolate.Shape;
import percolate.Tensor;

/**
 * How sequences are cut along time, for backpropagation through time that reaches back one window: window k has the steps
 * k·length … (k + 1)·length − 1, the last one what is left.
 *
 * @param length steps of a window; 0: nothing is cut
 * @param time steps of a sequence
 * @param inputs the numbers of the model's inputs that are sequences
 */
public record Truncation(int length, int time, Set<Integer> inputs) {
    public static final Truncation NONE = new Truncation(0, 0, Set.of());

    public Truncation {
        inputs = Set.copyOf(inputs);
    }

    /** Whether anything is cut. */
    public boolean cuts() {
        return length > 0;
    }

    /** How many windows a sequence has. */
    public int windows() {
        return cuts() ? (time + length - 1) / length : 1;
    }

    /** How many steps of the sequences a step of the training sees; 1 where nothing is cut. */
    public int length(long step) {
        int from = from(step);
        return cuts() ? Math.min(time, from + length) - from : 1;
    }

    private int from(long step) {
        return (int) (step % windows()) * length;
    }

    /** The shapes of one example of each input in a whole window. */
    public List<Shape> examples(List<Shape> whole) {
        var shapes = new ArrayList<>(whole);
        inputs.forEach(i -> shapes.set(i, whole.get(i).dropFirst(1).prepend(length)));
        return shapes;
    }

    /** What a step sees of a batch of inputs. */
    public List<Tensor> inputs(List<Tensor> x, long step) {
        var cut = new ArrayList<>(x);
        inputs.forEach(i -> cut.set(i, window(x.get(i), step)));
        return cut;
    }

    /** What a step sees of a batch of targets; what has no step for each of the sequences stays whole. */
    public List<Tensor> targets(List<Tensor> y, long step) {
        return cuts() ? y.stream().map(t -> isSequence(t) ? window(t, step) : t).toList() : y;
    }

    private boolean isSequence(Tensor target) {
        return target.shape().rank() > 1 && target.size(1) == time;
    }

    private Tensor window(Tensor sequences, long step) {
        return sequences.slice(1, from(step), from(step) + length(step));
    }

    /** Cuts what a program's step {@code i} has taken of a batch, each y and these x. */
    List<String> lines(List<String> all) {
        if (!cuts()) {
            return List.of();
        }
        var lines = new ArrayList<>(
                List.of("from_ = torch.mul(torch.remainder(torch.add(first, i), " + windows() + "), " + length + ")"));
        for (int i = 0; i < all.size(); i++) {
            var name = all.get(i).replace("s", "");
            if (name.startsWith("y") || inputs.contains(i)) {
                lines.add(name + " = torch.contiguous(torch.slice(" + name + ", 1, from_, torch.add(from_, " + length
                        + "), 1), memory_format=0)");
            }
        }
        return lines;
    }

    /** The number of the batch of a step, of its place in the epoch. */
    String batch(String place) {
        return cuts() ? "torch.floordiv(" + place + ", " + windows() + ")" : place;
    }
}
