package percolate.train;

import java.util.List;

/** Text that shrinks all gradients together so that their common norm √Σg² is at most a bound (Pascanu et al. 2013). */
final class Clipping {
    private Clipping() {}

    static List<String> byNorm(double bound) {
        return List.of(
                "norm = torch.linalg_vector_norm(torch.stack(torch._foreach_norm(gs, 2), 0), 2, None, False, dtype=None)",
                "scale = torch.clamp_max(torch.mul(torch.reciprocal(torch.add(norm, 1.0e-06)), " + bound + "), 1.0)",
                "_c = torch._foreach_mul_(gs, scale)");
    }
}
