package percolate;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import percolate.engine.Array;

/**
 * The gradients of a loss: for each tensor that was asked for, how the loss changes with each of its elements.
 *
 * <p>Weights of models carry the model's names, {@code dense1.weight}; single tensors are {@code parameter1},
 * {@code parameter2}, … in the order in which they were named.
 */
public final class Gradients {
    /** As in PyTorch, so that a norm of zero divides nothing. */
    private static final double SMALL = 1e-6;

    private final float loss;
    private final List<Part> parts;
    private final Map<Array, Part> byTensor = new HashMap<>();

    /** One tensor, its name, and the loss's gradient by it, of its shape. */
    @Internal
    public record Part(String name, Tensor by, Tensor gradient) {
        Part with(Tensor other) {
            return new Part(name, by, other);
        }
    }

    /** What was computed, each name once. */
    @Internal
    public Gradients(float loss, List<Part> parts) {
        this.loss = loss;
        this.parts = List.copyOf(parts);
        parts.forEach(part -> byTensor.put(part.by().array(), part));
    }

    /** Frees what nobody else has seen. */
    void close() {
        parts.forEach(part -> part.gradient().close());
    }

    /** The loss that was differentiated. */
    public float loss() {
        return loss;
    }

    /**
     * The gradient by a tensor, of its shape.
     *
     * @throws IllegalArgumentException if it was not asked for
     */
    public Tensor of(Tensor by) {
        var part = byTensor.get(by.array());
        if (part == null) {
            throw new IllegalArgumentException(
                    "gradients: expected a tensor that was asked for, got another one of shape " + by.shape()
                            + "; name it too: gradients(…, it)");
        }
        return part.gradient();
    }

    /** The same for a tensor's array. */
    @Internal
    public Array of(Array by) {
        return of(new Tensor(by)).array();
    }

    /**
     * The gradient by a weight, by its name.
     *
     * @param name for example {@code dense1.weight}
     */
    public Tensor of(String name) {
        var found = all().get(name);
        if (found == null) {
            throw new IllegalArgumentException("gradients: expected one of the names " + all().keySet() + ", got \""
                    + name + "\"; name its tensor or model in gradients(…)");
        }
        return found;
    }

    /** All gradients by name, in the order in which they were asked for. */
    public Map<String, Tensor> all() {
        var all = new LinkedHashMap<String, Tensor>();
        parts.forEach(part -> all.put(part.name(), part.gradient()));
        return Collections.unmodifiableMap(all);
    }

    /** √Σg² of each gradient, by name: where it is tiny, learning stands still. */
    public Map<String, Float> norms() {
        var norms = new LinkedHashMap<String, Float>();
        parts.forEach(part -> norms.put(part.name(), part.gradient().norm().item()));
        return Collections.unmodifiableMap(norms);
    }

    /** √Σg² over all gradients together. */
    public float norm() {
        return (float) Math.sqrt(norms().values().stream()
                .mapToDouble(norm -> (double) norm * norm)
                .sum());
    }

    /** All gradients scaled by min(1, limit / norm), so that their common norm is at most the limit. */
    public Gradients clipNorm(Number limit) {
        if (!(limit.doubleValue() > 0)) {
            throw new IllegalArgumentException(
                    "clipNorm: expected a norm above 0, got " + limit + "; 1 is usual, and times(0) makes zeros");
        }
        double scale = Math.min(1, limit.doubleValue() / (norm() + SMALL));
        return new Gradients(loss, each(gradient -> gradient.times(scale)));
    }

    /** Gradients of the sum of two losses by the same tensors. */
    public Gradients plus(Gradients other) {
        Objects.requireNonNull(other, "gradients: plus expected other gradients, got null");
        if (!all().keySet().equals(other.all().keySet())) {
            throw new IllegalArgumentException("gradients: plus expected gradients by the same tensors, got "
                    + all().keySet() + " and " + other.all().keySet() + "; name the same ones in both");
        }
        BiFunction<Part, Tensor, Part> sum =
                (part, more) -> part.with(part.gradient().plus(more));
        var sums =
                parts.stream().map(part -> sum.apply(part, other.of(part.by()))).toList();
        return new Gradients(loss + other.loss, sums);
    }

    /** Gradients of the loss times a number. */
    public Gradients times(Number factor) {
        return new Gradients(loss * factor.floatValue(), each(gradient -> gradient.times(factor)));
    }

    private List<Part> each(UnaryOperator<Tensor> change) {
        return parts.stream()
                .map(part -> part.with(change.apply(part.gradient())))
                .toList();
    }

    /** The loss and the norm of each gradient. */
    @Override
    public String toString() {
        var lines = new ArrayList<>(List.of("gradients of loss " + loss));
        norms().forEach((name, norm) -> lines.add("  " + name + ": norm " + norm));
        return String.join("\n", lines);
    }
}
