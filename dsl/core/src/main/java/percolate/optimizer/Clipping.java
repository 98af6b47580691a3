package percolate.optimizer;

import java.util.List;

/** Text that bounds gradients. The gradients of two weights may be one tensor, so none is changed in place. */
final class Clipping {
    private Clipping() {}

    /** Shrinks all together so that their common norm √Σg² is at most a bound (Pascanu et al. 2013). */
    static List<String> byNorm(double bound) {
        return List.of(
                "norm = torch.linalg_vector_norm(torch.stack(torch._foreach_norm(gs, 2), 0), 2, None, False, dtype=None)",
                "scale = torch.clamp_max(torch.mul(torch.reciprocal(torch.add(norm, 1.0e-06)), " + bound + "), 1.0)",
                "gs = torch._foreach_mul(gs, scale)");
    }

    /** Cuts each number to −bound … bound. */
    static List<String> byValue(double bound) {
        return List.of("gs = torch._foreach_clamp_max(torch._foreach_clamp_min(gs, " + -bound + "), " + bound + ")");
    }
}
