package percolate.program;

import java.util.List;

/**
 * Text that ends a training before a loss or gradient that is not finite reaches the weights. One native operation looks at
 * all of a step's numbers; that it also multiplies them by 1 changes none.
 */
final class Guard {
    private static final String CHECK = "_c = torch._amp_foreach_non_finite_check_and_unscale_(%s, found, one)";

    /** The loss of a step and its gradients. */
    static final String STEP = "torch.add(gs, [torch.detach(l)])";

    private Guard() {}

    /** Once, before the steps. */
    static List<String> begin() {
        return List.of(
                "found = torch.zeros([1], dtype=6, layout=None, device=ops.prim.device(ps[0]), pin_memory=None)",
                "one = torch.ones([1], dtype=6, layout=None, device=ops.prim.device(ps[0]), pin_memory=None)");
    }

    /** Before a step: what the layers keep beside their parameters changes while the batch is pushed forward. */
    static List<String> keep(Roles roles) {
        return roles.names().contains("bs")
                ? List.of(
                        "kept = annotate(List[Tensor], [])",
                        "for b in bs:",
                        "  _k = torch.append(kept, torch.clone(b, memory_format=None))")
                : List.of();
    }

    /** Ends the loop where the step's loss {@code l} or gradients {@code gs} are not finite. */
    static void stop(ProgramText text, Roles roles) {
        text.line(CHECK.formatted(STEP));
        text.line("if torch.ne(float(found), 0.):");
        text.within(() -> {
            if (roles.names().contains("bs")) {
                text.line("_b = torch._foreach_copy_(bs, kept)");
            }
            text.line("break");
        });
    }

    /** Does the rest of a step where these numbers are finite. */
    static void unlessFailed(ProgramText text, String numbers, List<String> rest) {
        text.line(CHECK.formatted(numbers));
        text.line("if torch.eq(float(found), 0.):");
        text.within(() -> text.lines(rest));
    }

    /** What the steps counted, and behind it whether the last one failed. */
    static String result(Comparison comparison) {
        return "torch.cat([" + comparison.result() + ", torch.to(found, 7, False, False, None)], 0)";
    }
}
