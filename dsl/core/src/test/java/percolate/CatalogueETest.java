package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.*;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Numbers that the crash course prints, to the digits it prints; a test begins with the row of the catalogue. */
class CatalogueETest {
    @Test
    void e7SharedWeightsAreFewAgainstLocallyConnectedOnes() {
        var shared = sequential(input(3, 32, 32), conv2d(6, 5));
        var local = sequential(input(3, 32, 32), locallyConnected2d(6, 5));
        assertThat(shared.outputShape()).isEqualTo(Shape.of(6, 28, 28)).isEqualTo(local.outputShape());
        assertThat(shared.weight("conv2d1.weight").shape()).isEqualTo(Shape.of(6, 3, 5, 5));
        assertThat(shared.parameterCount()).isEqualTo(456);
        assertThat(local.parameterCount()).isEqualTo((75 + 1) * 6 * 28 * 28);
        assertThat(local.summary().rows().get(0).parameterFormula()).isEqualTo("(5·5·3 + 1)·6·28·28 = 357,504");
    }

    @Test
    void e8StridePaddingDilationAndTransposeHaveTheirSizes() {
        assertThat(conv2d(1, 3).stride(2).padding(1).sizeFormula(Shape.of(1, 5, 5)))
                .isEqualTo("⌊(5 + 2·1 − 3) / 2⌋ + 1 = 3");
        assertThat(conv2d(1, 3).dilation(2).sizeFormula(Shape.of(1, 7, 7))).isEqualTo("7 − (2·(3 − 1) + 1) + 1 = 3");
        assertThat(convTranspose2d(1, 3).stride(2).padding(1).sizeFormula(Shape.of(1, 3, 3)))
                .isEqualTo("(3 − 1)·2 − 2·1 + 3 = 5");
        assertThat(conv2d(1, 3, 5).sizeFormula(Shape.of(1, 7, 7))).isEqualTo("7 − 3 + 1 = 5, 7 − 5 + 1 = 3");
    }

    @Test
    void e21TheVariantsOfGatedUnitsHaveTheCountsOfTheirEquations() {
        // One gate of 8 units over 3 inputs: (3 + 8)·8 + 8 = 96.
        assertThat(counts(simpleRnn(8))).isEqualTo("(3 + 8)·8 + 8 = 96");
        assertThat(counts(lstm(8))).isEqualTo("4·((3 + 8)·8 + 8) = 384 in textbooks; with a second bias + 4·8 = 416");
        assertThat(counts(lstm(8).peephole())).isEqualTo("one bias as in textbooks: 4·((3 + 8)·8 + 8) + 3·8 = 408");
        assertThat(counts(lstm(8).coupledGates())).isEqualTo("one bias as in textbooks: 3·((3 + 8)·8 + 8) = 288");
        assertThat(counts(gru(8))).isEqualTo("3·((3 + 8)·8 + 8) = 288 in textbooks; with a second bias + 3·8 = 312");
        assertThat(counts(gru(8).cho())).isEqualTo("one bias as in textbooks: 3·((3 + 8)·8 + 8) = 288");
        assertThat(counts(minimalGru(8))).isEqualTo("one bias as in textbooks: 2·((3 + 8)·8 + 8) = 192");
        assertThat(counts(lstm(8).withBias(false))).isEqualTo("4·(3 + 8)·8 = 352");
        assertThat(counts(gru(8).cho().layers(2)))
                .isEqualTo("one bias as in textbooks: 3·((3 + 8)·8 + 8) + 3·((8 + 8)·8 + 8) = 696");
        assertThat(counts(bidirectional(minimalGru(8))))
                .isEqualTo("one bias as in textbooks: 2·(2·((3 + 8)·8 + 8)) = 384");
    }

    private static String counts(Layer layer) {
        var row = sequential(input(TIME, 3), layer).summary().rows().get(0);
        assertThat(row.parameterFormula()).endsWith(" = " + row.parameters());
        return row.parameterFormula();
    }

    @Test
    void e9MaxPoolingPassesTheGradientToTheLargest() {
        var x = parameter(tensor(1, 1, 2, 4, 5, 6, 7, 8, 3, 2, 1, 0, 1, 2, 3, 4).reshape(1, 1, 4, 4));
        var g = gradients(x.maxPool2d(2).sum(), x).of(x);
        assertThat(g.flatten().toFloatArray()).containsExactly(0, 0, 0, 0, 0, 1, 0, 1, 1, 0, 0, 0, 0, 0, 0, 1);
    }

    @Test
    void e1TheOnlinePerceptronEndsAtMinusOneAndOne() {
        var w = zeros(2);
        for (int[] o : new int[][] {{1, -1, -1}, {-1, 1, 1}}) {
            var x = tensor(o[0], o[1]);
            if (w.times(x).sum().item() * o[2] <= 0) {
                w = w.plus(x.times(o[2]));
            }
            assertThat(w.toFloatArray()).containsExactly(-1, 1);
        }
    }

    @Test
    void e2TheSmallestPerceptronRunsAway() {
        var w = tensor(0);
        double[][] data = {{10, 10.1}, {2, 1.9}, {3.5, 3.4}, {1, 1.1}};
        double[] lecture = {101, -299.2, 3377.9, 1.1};
        for (int i = 0; i < 3; i++) {
            w = w.plus(w.times(data[i][0]).minus(data[i][1]).unaryMinus().times(data[i][0]));
            assertThat((double) w.item()).isCloseTo(lecture[i], within(0.1));
        }
        assertThat(w.plus(w.minus(1.1).unaryMinus()).isClose(lecture[3], 1e-3)).isTrue();
        var x = tensor(10, 2, 3.5, 1);
        var y = tensor(10.1, 1.9, 3.4, 1.1);
        double least = x.times(y).sum().div(x.square().sum()).item();
        assertThat(least).isCloseTo(1.0047, within(5e-5));
    }

    @Test
    void e4EveryFactorOfAFourLayerChain() {
        var x = tensor(0.5);
        var w1 = parameter(0.4);
        var w2 = parameter(-0.7);
        var w3 = parameter(1.2);
        var s1 = w1.times(x);
        var h1 = s1.tanh();
        var s2 = w2.times(h1);
        var h2 = s2.tanh();
        var s3 = w3.times(h2);
        var y = s3.tanh();
        var chain = List.of(y, s3, h2, s2, h1, s1, w1);
        double product = 1;
        for (int i = 0; i + 1 < chain.size(); i++) {
            product *= gradients(chain.get(i), chain.get(i + 1))
                    .of(chain.get(i + 1))
                    .item();
        }
        assertThat((double) gradients(y, w1).of(w1).item()).isCloseTo(product, within(1e-7));
        assertThat(gradients(s3, h2).of(h2).item()).isEqualTo(1.2f);
    }

    @Test
    void e19GradientsThroughTimeFollowTheLargestSingularValue() {
        seed(5);
        var w = randn(16, 16);
        var largest = w.svd().get(1).max();
        var norms = new float[2];
        float[] scales = {0.5f, 1.5f};
        for (int i = 0; i < 2; i++) {
            var wh = w.div(largest).times(scales[i]);
            var h0 = parameter(full(0.01, 1, 16));
            var h = h0.times(1);
            for (int t = 0; t < 30; t++) {
                h = h.mm(wh);
            }
            norms[i] = gradients(h.sum(), h0).norm();
        }
        assertThat(norms[0]).isLessThan((float) (4 * Math.pow(0.5, 30)));
        assertThat(norms[1]).isGreaterThan(1e5f * norms[0]);
    }

    /** 3 inputs, 4 hidden neurons, 2 outputs: weights aside from biases. */
    @Test
    void e5FourAndTwoNeuronsHave20Weights() {
        var net = sequential(input(3), dense(4).withBias(false), dense(2).withBias(false));
        assertThat(net.graph().steps().stream().mapToInt(s -> s.out().get(0)).sum())
                .isEqualTo(6);
        assertThat(net.parameterCount()).isEqualTo(20);
        assertThat(sequential(input(3), dense(4), dense(2)).parameterCount()).isEqualTo(26);
    }

    @Test
    void e20AnLstmGateByGate() {
        seed(20);
        var net = sequential(input(TIME, 2), lstm(3).returnSequences().named("memory"));
        var x = randn(1, 4, 2);
        var inside = net.activations(x);
        var h = zeros(1, 3);
        var c = zeros(1, 3);
        for (int t = 0; t < 4; t++) {
            var s = x.slice(1, t, t + 1)
                    .reshape(1, 2)
                    .mm(net.weight("memory.input"))
                    .plus(h.mm(net.weight("memory.recurrent")))
                    .plus(net.weight("memory.bias"))
                    .plus(net.weight("memory.recurrentBias"));
            var in = s.slice(1, 0, 3).sigmoid();
            var forget = s.slice(1, 3, 6).sigmoid();
            var candidate = s.slice(1, 6, 9).tanh();
            var out = s.slice(1, 9, 12).sigmoid();
            c = forget.times(c).plus(in.times(candidate));
            h = out.times(c.tanh());
            assertStep(inside, t, "input", in);
            assertStep(inside, t, "forget", forget);
            assertStep(inside, t, "candidate", candidate);
            assertStep(inside, t, "output", out);
            assertStep(inside, t, "cell", c);
        }
        assertThat(inside.at("memory.state").isClose(h, 1e-6)).isTrue();
        assertThat(inside.at("memory.cellState").isClose(c, 1e-6)).isTrue();
    }

    private static void assertStep(Activations inside, int t, String gate, Tensor expected) {
        var found = inside.at("memory." + gate).slice(1, t, t + 1).reshape(1, 3);
        assertThat(found.isClose(expected, 1e-6)).as(gate + " at " + t).isTrue();
    }

    /** hₜ = θ·φ(hₜ₋₁) + θₓ·xₜ, yₜ = θᵧ·φ(hₜ): its φ(h) is the state of the usual form φ(h·θ + x·θₓ). */
    @Test
    void e23TheFormWithPhiInsideIsTheUsualOne() {
        seed(23);
        var theta = randn(3, 3);
        var thetaX = randn(2, 3);
        var thetaY = randn(3, 2);
        var usual = sequential(
                input(TIME, 2),
                simpleRnn(3).weight(thetaX).recurrent(theta).withBias(false).returnSequences(),
                dense(2).weight(thetaY).withBias(false));
        var x = randn(1, 6, 2);
        var h = zeros(1, 3);
        var y = new Tensor[6];
        for (int t = 0; t < 6; t++) {
            h = h.tanh().mm(theta).plus(x.slice(1, t, t + 1).reshape(1, 2).mm(thetaX));
            y[t] = h.tanh().mm(thetaY).unsqueeze(1);
        }
        assertThat(usual.predict(x).isClose(concat(1, y), 1e-5)).isTrue();
    }
}
