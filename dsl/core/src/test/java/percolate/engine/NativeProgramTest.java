package percolate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import percolate.Shape;

class NativeProgramTest {
    @Test
    void methodsCallEachOther() {
        var program = NativeProgram.load("doubling", """
                  def forward(self: __torch__.Ops, x: Tensor) -> Tensor:
                    h = torch.relu((self).twice(x))
                    return h
                  def twice(self: __torch__.Ops, x: Tensor) -> Tensor:
                    return torch.mul(x, 2)
                """);
        var y = program.compute(Array.of(new float[] {1, -2}, Shape.of(2)));
        assertThat(y.toFloats()).containsExactly(2, 0);
    }

    @Test
    void aListOfTensorsComesBack() {
        var program = NativeProgram.load("pair", """
                  def forward(self: __torch__.Ops, x: Tensor) -> List[Tensor]:
                    return [x, torch.sum(x, dtype=None)]
                """);
        var both = program.run(false, new NativeProgram.Arguments().add(Array.of(new float[] {1, 2}, Shape.of(2))));
        assertThat(both.get(1).toFloats()).containsExactly(3);
    }

    @Test
    void anUnknownOperatorIsRefusedWithAReason() {
        assertThatThrownBy(() -> NativeProgram.load("layer 1", """
                  def forward(self: __torch__.Ops, x: Tensor) -> Tensor:
                    return torch.no_such_operator(x)
                """))
                .isInstanceOf(NativeFailure.class)
                .hasMessageContaining("layer 1");
    }

    @Test
    void aShapeThatDoesNotFitIsOneSentence() {
        var program = NativeProgram.load("product", """
                  def forward(self: __torch__.Ops, a: Tensor, b: Tensor) -> Tensor:
                    return torch.mm(a, b)
                """);
        var a = Array.of(new float[6], Shape.of(2, 3));
        assertThatThrownBy(() -> program.compute(a, a))
                .isInstanceOf(NativeFailure.class)
                .hasMessageContaining("2x3 and 2x3")
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
    }
}
