package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import percolate.engine.NativeProgram.Arguments;
import percolate.program.GradientProgram;
import percolate.program.Scoring;

class StepperTest {
    static Stream<Optimizer> optimizers() {
        return Stream.of(
                sgd(0.1),
                sgd(0.1).momentum(0.9).nesterov().clipNorm(0.5),
                adagrad(0.1),
                adadelta(),
                rmsprop(0.01).momentum(0.9).centred(),
                adam(0.01).clipValue(0.1).maxNorm(1),
                adamW(0.01).l1(0.01).rate("dense2", 0.001),
                nadam(0.01).weightDecay(0.01));
    }

    private static Model network() {
        return sequential(input(3), dense(5).tanh().l2(0.01).maxNorm(2), dense(2).l1(0.01));
    }

    @ParameterizedTest
    @MethodSource("optimizers")
    void byHandAndByFitGiveTheSameDigits(Optimizer optimizer) {
        seed(3);
        var x = randn(1, 3);
        var y = randn(1, 2);
        var trained = network();
        trained.weights(trained.weights());
        var stepped = trained.copy();
        trained.train(dataset(x, y))
                .loss(mse())
                .optimizer(optimizer)
                .epochs(5)
                .quiet()
                .fit();
        var opt = optimizer.on(stepped);
        for (int i = 0; i < 5; i++) {
            opt.step(compiled(stepped, x, y));
        }
        for (var name : trained.weights().keySet()) {
            assertThat(stepped.weight(name).toFloatArray())
                    .as(name)
                    .containsExactly(trained.weight(name).toFloatArray());
        }
    }

    /** Gradients by the text that a training runs too. */
    private static Gradients compiled(Model net, Tensor x, Tensor y) {
        var found = GradientProgram.load(net.graph(), mse(), new Scoring(Shape.of(2), Shape.of(2), float32))
                .run(
                        true,
                        new Arguments().add("ps", net.arrays()).add(x.array()).add(y.array()));
        var parts = new ArrayList<Gradients.Part>();
        for (int i = 0; i < net.parameters().size(); i++) {
            parts.add(new Gradients.Part(
                    net.parameterNames().get(i), net.parameters().get(i), new Tensor(found.get(i + 1))));
        }
        return new Gradients(new Tensor(found.get(0)).item(), parts);
    }

    /** A bowl, 10·a² + b²: all roll down. */
    @ParameterizedTest
    @MethodSource("bowl")
    void allFindTheBottomOfABowl(Optimizer optimizer) {
        var p = parameter(tensor(-1.5, 2));
        var opt = optimizer.on(p);
        var steep = tensor(10, 1);
        float loss = Float.NaN;
        for (int i = 0; i < 300; i++) {
            loss = opt.step(() -> p.square().times(steep).sum());
        }
        assertThat(loss).isLessThan(0.5f);
    }

    static Stream<Optimizer> bowl() {
        return Stream.of(
                sgd(0.02),
                sgd(0.02).momentum(0.9),
                adagrad(0.5),
                adadelta(20),
                rmsprop(0.02),
                adam(0.1),
                adamW(0.1),
                nadam(0.1));
    }

    @Test
    void gradientsThatAreStretchedOrSharedAreFollowedToo() {
        var a = parameter(zeros(3));
        var b = parameter(zeros(3));
        sgd(1).clipValue(0.5).on(a, b).step(() -> a.plus(b).sum());
        assertThat(a.toFloatArray()).containsExactly(-0.5f, -0.5f, -0.5f);
        assertThat(b.toFloatArray()).containsExactly(-0.5f, -0.5f, -0.5f);
        var w = parameter(zeros(2, 3));
        var x = tensor(new int[][] {{1, 2, 3}, {4, 5, 6}});
        sgd(1).on(w).step(() -> w.t().times(x.t()).sum());
        assertThat(w.toFloatArray()).containsExactly(-1, -2, -3, -4, -5, -6);
    }

    @Test
    void ratesChangeBetweenSteps() {
        var w = parameter(1);
        var opt = sgd(0.5).on(w);
        assertThat(opt.step(() -> w.times(1))).isEqualTo(1);
        assertThat(w.item()).isEqualTo(0.5f);
        opt.rate(0.25).step(() -> w.times(1));
        assertThat(w.item()).isEqualTo(0.25f);
        assertThat(opt.rate()).isEqualTo(0.25);
        assertThat(opt).hasToString("sgd(0.5) on 1 tensor");
    }

    @Test
    void unitsStayWithinTheirNorm() {
        var w = parameter(tensor(new int[][] {{3, 0}, {4, 1}}));
        sgd(1).maxNorm(2).on(w).step(() -> w.times(0).sum());
        assertThat(w.toFloatArray()).containsExactly(new float[] {1.2f, 0, 1.6f, 1}, within(1e-5f));
    }

    @Test
    void ratesOfTheirOwnKeepTheirProportion() {
        var a = parameter(0);
        var b = parameter(0);
        var opt = sgd(1).rate("parameter2", 0.5).on(a, b);
        opt.rate(0.5).step(() -> a.plus(b));
        assertThat(a.item()).isEqualTo(-0.5f);
        assertThat(b.item()).isEqualTo(-0.25f);
    }

    @Test
    void mistakesAreNamed() {
        assertOneSentence(() -> sgd(1).on(), "on: ", "none");
        assertOneSentence(() -> sgd(1).rate("head", 1).on(parameter(1)), "sgd.rate: ", "head", "[parameter1]");
        assertOneSentence(() -> sgd(1).rate("a b", 1), "sgd.rate: ", "a b");
        assertOneSentence(() -> sgd(1).rate("head", -1), "sgd.rate: ", "-1");
        assertOneSentence(() -> sgd(1).on(parameter(1)).rate(-1), "sgd.rate: ", "-1");
        assertOneSentence(() -> sgd(1).on(parameter(1), parameter(zeros(1).to(float64))), "on: ", "float32", "float64");
    }

    @Test
    void aThousandStepsLeaveNothingBehind() {
        var w = parameter(zeros(100, 100));
        var opt = adam(1e-3).on(w);
        for (int i = 0; i < 1_000; i++) {
            opt.step(() -> w.minus(1).square().mean());
        }
        long before = residentKilobytes();
        for (int i = 0; i < 5_000; i++) {
            opt.step(() -> w.minus(1).square().mean());
        }
        // 5,000 steps compute over a gigabyte.
        assertThat(residentKilobytes() - before).isLessThan(700_000);
    }

    private static long residentKilobytes() {
        try (var lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(l -> l.startsWith("VmRSS"))
                    .mapToLong(l -> Long.parseLong(l.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0; // Systems without this file are not watched.
        }
    }
}
