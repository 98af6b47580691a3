package percolate.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.jni.JniUtils;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import percolate.Shape;
import percolate.tensor.RandomStream;

/** What {@link Torch} relies upon of DJL's internals. When DJL changes, this says what to look at. */
class TorchContractTest {
    private static NDArray array(float... values) {
        return Array.of(values, Shape.of(values.length)).nd();
    }

    private static Model load(String methods) throws Exception {
        TorchEngine.start();
        var model = Model.newInstance("contract", "PyTorch");
        model.load(new ScriptArchive(methods).open());
        return model;
    }

    private static <T> T onAnotherThread(Callable<T> action) throws InterruptedException, ExecutionException {
        var task = new FutureTask<>(action);
        var thread = new Thread(task);
        thread.start();
        thread.join();
        return task.get();
    }

    @Test
    void unnamedArraysAreArgumentsInOrder() throws Exception {
        try (var program = load("""
                  def forward(self: __torch__.Ops, a: Tensor, b: Tensor) -> Tensor:
                    return torch.sub(a, b)
                """)) {
            var result = Torch.run(program, new NDList(array(5), array(2)), false);
            assertThat(result.singletonOrThrow().toFloatArray()).containsExactly(3);
        }
    }

    @Test
    void arraysOfOneNameAreOneListInOrder() throws Exception {
        try (var program = load("""
                  def forward(self: __torch__.Ops, ws: List[Tensor], vs: List[Tensor], x: Tensor) -> Tensor:
                    return torch.add(torch.cat(torch.add(ws, vs), 0), x)
                """)) {
            var arguments = new NDList(
                    Torch.inList("ws", array(1)),
                    Torch.inList("ws", array(2)),
                    Torch.inList("vs", array(3)),
                    array(10));
            assertThat(Torch.run(program, arguments, false).singletonOrThrow().toFloatArray())
                    .containsExactly(11, 12, 13);
        }
    }

    @Test
    void listsMayBeginAnywhereAndHaveOneElement() throws Exception {
        try (var program = load("""
                  def forward(self: __torch__.Ops, x: Tensor, ws: List[Tensor]) -> Tensor:
                    return torch.mul(x, ws[0])
                """)) {
            var result = Torch.run(program, new NDList(array(3), Torch.inList("ws", array(4))), false);
            assertThat(result.singletonOrThrow().toFloatArray()).containsExactly(12);
        }
    }

    @Test
    void writesToTheElementsOfAListReallyHappen() throws Exception {
        try (var program = load("""
                  def forward(self: __torch__.Ops, ws: List[Tensor], x: Tensor) -> Tensor:
                    _g = torch.set_grad_enabled(False)
                    _n = torch._foreach_add_(ws, 1)
                    _m = torch.add_(ws[0], x)
                    return x
                """)) {
            var first = array(1, 2);
            var second = array(5);
            for (int call = 1; call <= 3; call++) {
                Torch.run(program, new NDList(Torch.inList("ws", first), Torch.inList("ws", second), array(10)), true);
                assertThat(first.toFloatArray()).containsExactly(1 + 11f * call, 2 + 11f * call);
                assertThat(second.toFloatArray()).containsExactly(5f + call);
            }
        }
    }

    @Test
    void operationsAreRecordedOnlyWhileRecording() throws Exception {
        var code = """
                  def forward(self: __torch__.Ops, ws: List[Tensor], x: Tensor) -> Tensor:
                    return torch.mul(ws[0], x)
                """;
        var weight = Array.of(new float[] {2}, Shape.of(1)).requireGradient();
        try (var program = load(code)) {
            var arguments = new NDList(Torch.inList("ws", weight.nd()), array(3));
            assertThatThrownBy(() -> backward(Torch.run(program, arguments, false)))
                    .hasMessageContaining("does not require grad");
            backward(Torch.run(program, arguments, true));
            assertThat(weight.nd().getGradient().toFloatArray()).containsExactly(3);
        }
    }

    private static void backward(NDList result) {
        JniUtils.backward((PtNDArray) result.singletonOrThrow(), (PtNDArray) array(1), false, false);
    }

    private static boolean requiresGradient(NDArray array) {
        return JniUtils.requiresGrad((PtNDArray) array);
    }

    @Test
    void resultsOfARunThatRecordedNothingCanEnterAGradientLater() throws Exception {
        try (var program = load("""
                  def forward(self: __torch__.Ops, ws: List[Tensor], x: Tensor) -> Tensor:
                    return torch.mul(ws[0], x)
                """)) {
            var weight = Array.of(new float[] {2}, Shape.of(1)).requireGradient();
            var prediction = Torch.run(program, new NDList(Torch.inList("ws", weight.nd()), array(3)), false)
                    .singletonOrThrow();
            backward(Torch.run(program, new NDList(Torch.inList("ws", weight.nd()), prediction), true));
            assertThat(weight.nd().getGradient().toFloatArray()).containsExactly(6);
        }
    }

    @Test
    void theGradientModeIsOnePerThread() throws Exception {
        TorchEngine.start();
        JniUtils.setGradMode(false);
        try {
            assertThat(onAnotherThread(JniUtils::isGradMode)).isTrue();
            assertThat(JniUtils.isGradMode()).isFalse();
        } finally {
            JniUtils.setGradMode(true);
        }
    }

    @Test
    void djlCallsParametersAloneRecorded() {
        var weight = Array.of(new float[] {2}, Shape.of(1)).requireGradient();
        var computed = weight.with(Binary.plus, weight);
        assertThat(requiresGradient(computed.nd())).isFalse();
        assertThat(computed.isRecorded()).isTrue();
        assertThat(computed.isLeaf()).isFalse();
        assertThat(computed.detached().isRecorded()).isFalse();
    }

    @Test
    void aRunLeavesTheGradientModeOn() throws Exception {
        try (var program = load("""
                  def forward(self: __torch__.Ops, x: Tensor) -> Tensor:
                    return x
                """)) {
            Torch.run(program, new NDList(array(1)), false);
            assertThat(JniUtils.isGradMode()).isTrue();
        }
    }

    @Test
    void theNumberOfThreadsHoldsForTheThreadThatSetsIt() throws Exception {
        int here = TorchEngine.threads();
        int there = onAnotherThread(() -> {
            TorchEngine.threads(here + 1);
            return TorchEngine.threads();
        });
        assertThat(there).isEqualTo(here + 1);
        TorchEngine.threads(here);
        assertThat(TorchEngine.threads()).isEqualTo(here);
    }

    @Test
    void theSeedIsThatOfTheProcess() throws Exception {
        try (var program = load("""
                  def forward(self: __torch__.Ops, x: Tensor) -> Tensor:
                    return torch.dropout(x, 0.5, True)
                """)) {
            var x = array(new float[64]);
            x.addi(1);
            var first = seeded(program, x);
            assertThat(seeded(program, x)).containsExactly(first);
            assertThat(onAnotherThread(() -> seeded(program, x))).containsExactly(first);
            assertThat(first).contains(0).contains(2);
        }
    }

    private static float[] seeded(Model program, NDArray x) {
        var lock = TorchEngine.seeded(4);
        try {
            return Torch.run(program, new NDList(x), false).singletonOrThrow().toFloatArray();
        } finally {
            lock.close();
        }
    }

    @Test
    void resultsBelongToNoManagerAndCloseFreesThem() throws Exception {
        try (var program = load("""
                  def forward(self: __torch__.Ops, x: Tensor) -> List[Tensor]:
                    return [torch.add(x, 1), torch.mul(x, 2)]
                """)) {
            for (var result : Torch.run(program, new NDList(array(1)), false)) {
                assertThat(result.getManager()).isSameAs(array(1).getManager());
                result.close();
                assertThat(result.isReleased()).isTrue();
                assertThatThrownBy(result::toFloatArray).isInstanceOf(IllegalStateException.class);
            }
        }
    }

    @Test
    void aDetachedArrayOutlivesItsManager() {
        Array kept;
        try (var manager = TorchEngine.manager().newSubManager()) {
            kept = Array.of(manager.create(new float[] {1, 2}));
        }
        assertThat(kept.toFloats()).containsExactly(1, 2);
        var nd = kept.nd();
        nd.close();
        assertThat(nd.isReleased()).isTrue();
    }

    @Test
    void arraysDoNotLookAtJavasMemory() {
        var values = new float[] {1, 2};
        var array = Array.of(values, Shape.of(2));
        values[0] = 9;
        assertThat(array.toFloats()).containsExactly(1, 2);
    }

    @Test
    void anArrayWithoutGradientSharesItsValuesAndIsCut() {
        var weight = Array.of(new float[] {2}, Shape.of(1)).requireGradient();
        var cut = weight.detached();
        assertThat(requiresGradient(weight.nd())).isTrue();
        assertThat(requiresGradient(cut.nd())).isFalse();
        assertThat(cut.toFloats()).containsExactly(2);
        assertThat(requiresGradient(weight.copy().nd())).isFalse();
    }

    @Test
    void aProgramGivesTheSameDigitsFromItsFirstCallOn() throws Exception {
        try (var program = load("""
                  def forward(self: __torch__.Ops, ws: List[Tensor], x: Tensor) -> List[Tensor]:
                    h = torch.tanh(torch.linear(x, ws[0], ws[1]))
                    l = torch.sum(torch.sigmoid(torch.linear(h, ws[2], ws[3])), dtype=None)
                    gs = annotate(List[Tensor], [])
                    for g in torch.autograd.grad([l], ws, None, None, False, False):
                      _g = torch.append(gs, unchecked_cast(Tensor, g))
                    return torch.add([torch.detach(l)], gs)
                """)) {
            var random = new RandomStream(1);
            var weights = List.of(Shape.of(33, 7), Shape.of(33), Shape.of(5, 33), Shape.of(5)).stream()
                    .map(shape -> random.normal(shape).array().requireGradient())
                    .toList();
            var x = random.normal(Shape.of(1, 7)).array();
            float[] first = null;
            for (int call = 0; call < 6; call++) {
                var arguments = new NDList();
                weights.forEach(w -> arguments.add(Torch.inList("ws", w.nd())));
                arguments.add(x.nd());
                var results = Torch.run(program, arguments, true);
                var gradient = results.get(1).toFloatArray();
                first = first == null ? gradient : first;
                assertThat(gradient).containsExactly(first);
            }
        }
    }
}
