package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;

/** Gradients, against derivatives worked out by hand. */
class GradientsTest {
    private final Tensor x = tensor(new float[][] {{1, 2}, {3, 4}, {5, 6}});
    private final Tensor w = parameter(tensor(new float[][] {{0.5f}, {-1}}));
    private final Tensor b = parameter(0.25);

    private Tensor loss() {
        return x.mm(w).plus(b).square().sum();
    }

    @Test
    void theGradientOfSquaresIsTwiceTheProduct() {
        var g = gradients(this::loss, w, b);
        var error = x.mm(w).plus(b).detach();
        assertThat(g.loss()).isEqualTo(error.square().sum().item());
        assertThat(g.of(w).isClose(x.t().mm(error).times(2), 1e-5)).isTrue();
        assertThat(g.of(b).isClose(error.sum().times(2), 1e-5)).isTrue();
    }

    @Test
    void aLossComputedBeforeCanBeAskedAgainAndByItsIntermediateValues() {
        var s = x.mm(w);
        var loss = s.plus(b).square().sum();
        var first = gradients(loss, w, s);
        assertThat(first.of(s).isClose(s.plus(b).times(2), 1e-6)).isTrue();
        assertThat(gradients(loss, w).of(w).isClose(first.of(w), 0)).isTrue();
        assertThat(gradients(loss, b).of(b).isClose(gradients(this::loss, b).of(b), 0))
                .isTrue();
    }

    @Test
    void plainTensorsAreRecordedWhileTheLambdaRuns() {
        var g = gradients(() -> x.square().sum(), x);
        assertThat(g.of(x).isClose(x.times(2), 0)).isTrue();
        assertThat(x.array().isRecorded()).isFalse();
        assertThat(x.times(2).array().isRecorded()).isFalse();
    }

    @Test
    void gradientsOfOneLambdaAreCutAndThoseOfAnInnerOneRecorded() {
        var v = parameter(tensor(1, 2, 3));
        assertThat(gradients(() -> v.pow(3).sum(), v).of(v).array().isRecorded())
                .isFalse();
        var curvature = gradients(() -> gradients(() -> v.pow(3).sum(), v).of(v).sum(), v);
        assertThat(curvature.of(v).toFloatArray()).containsExactly(6, 12, 18);
    }

    @Test
    void gradientsOfGradients() {
        var v = parameter(tensor(1, 2, 3));
        var slope = gradients(v.pow(4).sum(), v).of(v);
        var curvature = gradients(slope.sum(), v).of(v);
        assertThat(curvature.toFloatArray()).containsExactly(12, 48, 108);
        assertThat(gradients(curvature.sum(), v).of(v).toFloatArray()).containsExactly(24, 48, 72);
    }

    @Test
    void derivativesOfAnyOrder() {
        assertThat(derivative(t -> t.pow(3), 3, 2).item()).isEqualTo(18);
        assertThat(derivative(t -> t.pow(3), tensor(3), 3).item()).isEqualTo(6);
        assertThat(derivative(t -> t.pow(3), 3, 4).item()).isZero();
        assertThat(derivative(t -> t.times(2), 3, 2).item()).isZero();
        assertThat(derivative(t -> tensor(7), 3).item()).isZero();
        assertThat(derivative(Tensor::square, 5).item()).isEqualTo(10);
        assertThat(derivative(Tensor::square, tensor(1, 2)).toFloatArray()).containsExactly(2, 4);
        assertThat(derivative(t -> t.pow(2), tensor(3L), 1).toFloatArray()).containsExactly(6);
        double third = derivative(Tensor::tanh, tensor(0.3).to(float64), 3).toDoubleArray()[0];
        double tanh = Math.tanh(0.3f);
        assertThat(third).isCloseTo((1 - tanh * tanh) * (6 * tanh * tanh - 2), within(1e-12));
    }

    @Test
    void aDerivativeMayBePartOfALoss() {
        var a = parameter(2);
        // d/dt a·t² = 2·a·t, at t = 3 this is 6·a, whose square has the derivative 72·a.
        var g = gradients(() -> derivative(t -> t.square().times(a), 3).square(), a);
        assertThat(g.of(a).item()).isEqualTo(144);
    }

    @Test
    void updateWritesInPlaceAndUnrecorded() {
        var v = parameter(tensor(1, 2));
        var before = v.copy();
        for (int i = 0; i < 3; i++) {
            var g = gradients(() -> v.square().sum(), v);
            assertThat(v.update(v.minus(g.of(v).times(0.25)))).isSameAs(v);
        }
        assertThat(v.toFloatArray()).containsExactly(0.125f, 0.25f);
        assertThat(before.toFloatArray()).containsExactly(1, 2);
        assertThat(v.array().isLeaf()).isTrue();
        var square = parameter(tensor(new int[][] {{1, 2}, {3, 4}}));
        assertThat(square.update(square.t()).toFloatArray()).containsExactly(1, 3, 2, 4);
    }

    @Test
    void aWeightThatALossLeavesOutHasAGradientOfZero() {
        var net = sequential(input(2), dense(3));
        var g = gradients(() -> net.parameters().get(0).sum(), net);
        assertThat(g.of("dense1.weight").isClose(1, 0)).isTrue();
        assertThat(g.of("dense1.bias").toFloatArray()).containsExactly(0, 0, 0);
        assertThat(g.all().keySet()).containsExactly("dense1.weight", "dense1.bias");
        var two = gradients(() -> net.parameters().get(0).sum().plus(b), net, b);
        assertThat(two.all().keySet()).containsExactly("dense1.weight", "dense1.bias", "parameter1");
        assertThat(two.norms()).containsEntry("parameter1", 1f);
    }

    @Test
    void twoModelsWithTheSameNamesAreToldApart() {
        var one = sequential(input(2), dense(1));
        var two = sequential(input(2), dense(1));
        var g = gradients(
                () -> one.parameters().get(0).sum().plus(two.parameters().get(0).sum()), one, two);
        assertThat(g.all().keySet())
                .containsExactly("dense1.weight", "dense1.bias", "2.dense1.weight", "2.dense1.bias");
    }

    @Test
    void gradientsAddScaleAndClip() {
        var u = parameter(3);
        var v = parameter(4);
        var g = gradients(() -> u.square().div(2).plus(v.square().div(2)), u, v);
        assertThat(g.norm()).isEqualTo(5);
        assertThat(g.norms().values()).containsExactly(3f, 4f);
        assertThat((double) g.clipNorm(1).of(v).item()).isCloseTo(0.8, within(1e-6));
        assertThat(g.clipNorm(10).of(v).item()).isEqualTo(4);
        assertThat(g.plus(g.times(0.5)).of(u).item()).isEqualTo(4.5f);
        assertThat(g.plus(g.times(0.5)).loss()).isEqualTo(18.75f);
        assertThat(g.toString()).startsWith("gradients of loss 12.5").contains("parameter2: norm 4.0");
    }

    @Test
    void twoThreadsDifferentiateAtOnce() throws Exception {
        var shared = parameter(tensor(1, 2, 3));
        var plain = tensor(4, 5, 6);
        Callable<Boolean> work = () -> {
            for (int i = 1; i <= 200; i++) {
                int k = i;
                var g = gradients(() -> shared.times(plain).times(k).sum(), shared, plain);
                if (!g.of(shared).isClose(plain.times(k), 1e-3) || !g.of(plain).isClose(shared.times(k), 1e-3)) {
                    return false;
                }
            }
            return true;
        };
        var tasks = List.of(new FutureTask<>(work), new FutureTask<>(work));
        tasks.forEach(task -> new Thread(task).start());
        for (var task : tasks) {
            assertThat(result(task)).isTrue();
        }
        assertThat(plain.array().isRecorded()).isFalse();
    }

    private static boolean result(FutureTask<Boolean> task) throws InterruptedException, ExecutionException {
        return task.get();
    }

    @Test
    void whatDoesNotDependIsNamed() {
        assertOneSentence(() -> gradients(this::loss, w, parameter(tensor(1, 2, 3))), "gradients", "parameter2", "[3]");
        assertOneSentence(() -> gradients(loss(), w, parameter(1)), "parameter2 of shape []", "does not depend");
        assertOneSentence(() -> gradients(() -> w.detach().sum(), w), "nothing recorded", "detach()");
        assertOneSentence(() -> gradients(loss(), x), "parameter1 of shape [3, 2]", "parameter(…)");
        assertOneSentence(() -> gradients(x.sum(), w), "nothing recorded");
        var net = sequential(input(2), dense(1));
        assertOneSentence(() -> gradients(this::loss, w, net), "dense1.weight", "does not depend");
    }

    @Test
    void mistakesAreAnsweredInOneSentence() {
        assertOneSentence(() -> gradients(() -> x.mm(w), w), "gradients", "[3, 1]", "mean()");
        assertOneSentence(() -> gradients(() -> null, w), "null", "return");
        assertOneSentence(() -> gradients(this::loss), "one parameter", "none");
        assertOneSentence(() -> gradients(this::loss, tensor(1L, 2L)), "int64", "to(float32)");
        assertOneSentence(() -> parameter(tensor(1L, 2L)), "parameter", "int64", "to(float32)");
        assertOneSentence(() -> gradients(this::loss, w).of(b), "asked for", "[]");
        assertOneSentence(() -> gradients(this::loss, w).of("dense1.weight"), "dense1.weight", "[parameter1]");
        assertOneSentence(() -> gradients(this::loss, w).clipNorm(0), "clipNorm", "0");
        assertOneSentence(() -> gradients(this::loss, w).plus(gradients(this::loss, w, b)), "same tensors");
        assertOneSentence(() -> derivative(t -> t, 1, -1), "derivative", "-1");
        assertOneSentence(() -> w.update(x), "update", "[2, 1]", "[3, 2]");
        assertOneSentence(() -> w.times(2).update(w), "update", "computed");
    }

    @Test
    void aLossThatIsOutOfDateIsRefused() {
        var loss = w.square().sum();
        assertThat(gradients(() -> loss, w).of(w).isClose(w.times(2), 0)).isTrue();
        assertOneSentence(() -> gradients(() -> loss, w), "gradients", "forgotten");
        var other = w.square().sum();
        w.update(w.times(2));
        assertOneSentence(() -> gradients(other, w), "gradients", "updated");
    }
}
