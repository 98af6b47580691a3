package percolate.engine;

import java.util.List;

/** What DJL's public words do not say of recorded arrays, as programs. */
final class Recording {
    private Recording() {}

    /** Whether operations on this are recorded; DJL says so of parameters alone. */
    static boolean of(Array array) {
        return Asked.PROGRAM.compute(array).toLongs()[0] == 1;
    }

    /** Writes elements over others, unrecorded. */
    static void assign(Array to, Array values) {
        Assigned.PROGRAM.run(
                false, new NativeProgram.Arguments().add("to", List.of(to)).add(values));
    }

    /** In place; the values are copied first, for they may be a view of what is overwritten. */
    private static final class Assigned {
        static final NativeProgram PROGRAM = NativeProgram.load("update", """
                  def forward(self: __torch__.Ops, to: List[Tensor], values: Tensor) -> Tensor:
                    _1 = torch.copy_(to[0], torch.clone(values, memory_format=None))
                    return values
                """);
    }

    private static final class Asked {
        static final NativeProgram PROGRAM = NativeProgram.load("recorded", """
                  def forward(self: __torch__.Ops, x: Tensor) -> Tensor:
                    return torch.tensor(ops.prim.requires_grad(x), dtype=None, device=None, requires_grad=False)
                """);
    }
}
