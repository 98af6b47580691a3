package percolate.tensor;

import percolate.Tensor;
import percolate.engine.NativeProgram;

/** The orthogonal part of a matrix, evenly distributed over all of them where the matrix is normal. */
final class Orthogonal {
    private static final String CODE = """
              def forward(self: __torch__.Ops, x: Tensor) -> Tensor:
                q, r = torch.linalg_qr(x, "reduced")
                return torch.mul(q, torch.sign(torch.diagonal(r, 0, 0, 1)))
            """;

    private Orthogonal() {}

    /**
     * @param matrix [rows, columns]
     * @return [rows, columns], its shorter side orthonormal
     * @see <a href="https://arxiv.org/abs/math-ph/0609050">Mezzadri 2006</a> for the signs
     */
    static Tensor of(Tensor matrix) {
        boolean wide = matrix.size(0) < matrix.size(1);
        var tall = wide ? matrix.t() : matrix;
        var q = new Tensor(Program.LOADED.compute(tall.array()));
        return wide ? q.t() : q;
    }

    private static final class Program {
        static final NativeProgram LOADED = NativeProgram.load("orthogonal", CODE);
    }
}
