package percolate.tensor;

import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import percolate.DType;
import percolate.Gradients;
import percolate.Parameters;
import percolate.Tensor;
import percolate.engine.NativeFailure;
import percolate.engine.NativeProgram.Arguments;
import percolate.engine.ProgramCache;

/**
 * Derivatives by backpropagation through recorded operations. May run in several threads at once: nothing is added up in
 * the weights themselves.
 */
public final class Differentiation {
    /** How many computations of gradients this thread is within; an inner one is recorded for the outer. */
    private static final ThreadLocal<Integer> DEPTH = ThreadLocal.withInitial(() -> 0);

    private static final String KEEPING = program("True");
    private static final String FORGETTING = program("False");

    private Differentiation() {}

    /** Whether this thread computes a loss whose gradients are wanted: models behave as in training then. */
    public static boolean isWithin() {
        return DEPTH.get() > 0;
    }

    /**
     * Gradients of a loss that is computed here; what was recorded for it is forgotten at once, unless these gradients are
     * part of another computation of gradients.
     */
    @SuppressWarnings("try") // The watch is held, not used.
    public static Gradients of(Supplier<Tensor> computation, Parameters... by) {
        Objects.requireNonNull(computation, "gradients: expected a computation, got null");
        var wanted = Wanted.of(by);
        int outer = DEPTH.get();
        try (var watched = Watched.of(wanted.tensors())) {
            DEPTH.set(outer + 1);
            return wanted.gradients(computation.get(), outer > 0);
        } finally {
            DEPTH.set(outer);
        }
    }

    /** Gradients of a loss that was computed and recorded before; it can be asked again, and they are recorded too. */
    public static Gradients of(Tensor loss, Parameters... by) {
        var wanted = Wanted.of(by);
        wanted.checkRecorded();
        return wanted.gradients(loss, true);
    }

    /** Gradients of a loss that was computed and recorded before, whose record is forgotten then. */
    public static Gradients once(Tensor loss, Parameters... by) {
        var wanted = Wanted.of(by);
        wanted.checkRecorded();
        return wanted.gradients(loss, false);
    }

    /**
     * The derivative of a function of one tensor; of the sum of its elements where it gives several. Zero where the
     * function does not depend on its argument.
     *
     * @param order 1 for the slope, 2 for the curvature, …
     * @return of the argument's shape
     */
    public static Tensor derivative(UnaryOperator<Tensor> function, Tensor at, int order) {
        if (order < 0) {
            throw new IllegalArgumentException("derivative: expected an order of 0 or more, got " + order);
        }
        var real = at.dtype().isFloating() ? at : at.to(DType.float32);
        var x = real.array().isRecorded() ? real : Leaf.of(real);
        var value = Objects.requireNonNull(function.apply(x), "derivative: expected a function's value, got null");
        for (int i = 0; i < order; i++) {
            value = slope(value, x);
        }
        return value;
    }

    private static Tensor slope(Tensor value, Tensor x) {
        var sum = value.sum();
        if (!sum.array().isRecorded()) {
            return zeros(x);
        }
        var found = run(sum, List.of(x), true);
        return found.get(1).toLongArray()[0] == 0 ? zeros(x) : found.get(0);
    }

    static Tensor zeros(Tensor like) {
        return new Tensor(Scalar.of(0, like.dtype())
                .to(like.device())
                .expand(like.shape())
                .copy());
    }

    /**
     * @param keeping whether the loss can be differentiated again, and the gradients themselves too
     * @return a gradient for each tensor, and which of them mean something: 1, or 0 where the loss does not depend on it
     */
    static List<Tensor> run(Tensor loss, List<Tensor> by, boolean keeping) {
        var arguments = new Arguments()
                .add("ls", List.of(loss.array()))
                .add("ws", by.stream().map(Tensor::array).toList());
        try {
            return ProgramCache.load("gradients", keeping ? KEEPING : FORGETTING).run(true, arguments).stream()
                    .map(Tensor::new)
                    .toList();
        } catch (NativeFailure e) {
            throw explained(e);
        }
    }

    private static RuntimeException explained(NativeFailure failure) {
        var reason = String.valueOf(failure.getMessage());
        if (reason.contains("a second time")) {
            return new IllegalStateException("gradients: what was recorded for this loss is forgotten already; compute"
                    + " the loss within gradients(() -> …), or keep it with gradients(loss, …)");
        }
        if (reason.contains("inplace operation")) {
            return new IllegalStateException("gradients: a tensor that this loss was computed from was updated since;"
                    + " compute the loss again after update(…)");
        }
        return failure;
    }

    private static String program(String keeping) {
        return """
                  def forward(self: __torch__.Ops, ls: List[Tensor], ws: List[Tensor]) -> List[Tensor]:
                    gs = annotate(List[Tensor], [])
                    used = annotate(List[int], [])
                    for g in torch.autograd.grad(ls, ws, None, %1$s, %1$s, True):
                      if torch.__isnot__(g, None):
                        g0 = unchecked_cast(Tensor, g)
                        _1 = torch.append(gs, g0)
                        _2 = torch.append(used, 1)
                      else:
                        _3 = torch.append(gs, torch.detach(ls[0]))
                        _4 = torch.append(used, 0)
                    _5 = torch.append(gs, torch.tensor(used, dtype=None, device=None, requires_grad=False))
                    return gs
                """.formatted(keeping);
    }
}
