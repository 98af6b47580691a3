package percolate.plotting.vision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.add;
import static percolate.Percolate.conv2d;
import static percolate.Percolate.dense;
import static percolate.Percolate.flatten;
import static percolate.Percolate.globalAvgPool2d;
import static percolate.Percolate.identity;
import static percolate.Percolate.input;
import static percolate.Percolate.rand;
import static percolate.Percolate.residual;
import static percolate.Percolate.seed;
import static percolate.Percolate.sequential;
import static percolate.plotting.Pictures.gradCam;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import percolate.Model;
import percolate.Tensor;

class GradCamTest {
    @BeforeEach
    void alike() {
        seed(4);
    }

    private static Model net() {
        return sequential(input(1, 6, 6), conv2d(2, 3).relu().named("C1"), flatten(), dense(3));
    }

    /** Behind the maps is one dense layer, so that ∂y/∂A are its weights. */
    private static double[] byHand(Model net, Tensor image, int label) {
        var maps = net.activations(image.unsqueeze(0)).at("C1").toFloatArray();
        var weights = net.weight("dense1.weight").toFloatMatrix();
        var map = new double[16];
        for (int channel = 0; channel < 2; channel++) {
            double alpha = 0;
            for (int place = 0; place < 16; place++) {
                alpha += weights[channel * 16 + place][label] / 16;
            }
            for (int place = 0; place < 16; place++) {
                map[place] += alpha * maps[channel * 16 + place];
            }
        }
        for (int place = 0; place < 16; place++) {
            map[place] = Math.max(0, map[place]);
        }
        return map;
    }

    @Test
    void isTheFormulaByHand() {
        var net = net();
        var image = rand(1, 6, 6);
        boolean any = false;
        for (int label = 0; label < 3; label++) {
            var expected = byHand(net, image, label);
            var map = gradCam(net, image, label).values();
            assertThat(map.shape().sizes()).containsExactly(4, 4);
            for (int place = 0; place < 16; place++) {
                assertThat(map.toDoubleArray()[place]).isCloseTo(expected[place], within(1e-6));
                any |= expected[place] > 0;
            }
        }
        assertThat(any).isTrue();
    }

    @Test
    void looksFromAnotherLayerWhereSkipsLeadPast() {
        var net = sequential(
                input(1, 6, 6),
                conv2d(2, 3).same().relu().named("first"),
                residual(conv2d(2, 3).same().relu().named("within")),
                globalAvgPool2d(),
                dense(2));

        assertThat(gradCam(net, rand(1, 6, 6), 0).alt()).startsWith("Grad-CAM of layer within for class 0");
        assertThat(gradCam(net, rand(1, 6, 6), 0).at("first").values().shape().sizes())
                .containsExactly(6, 6);
        assertThat(sequential(input(2), add(identity(), identity()))).isNotNull();
    }

    @Test
    void saysWhatItCannotTake() {
        assertThatThrownBy(() -> gradCam(net(), rand(1, 6, 6), 3))
                .hasMessage("gradCam: expected a class from 0 to 2, got 3; the network has 3 outputs");
        assertThatThrownBy(() -> gradCam(net(), rand(1, 6, 6), 0).at("dense1"))
                .hasMessageContaining("got \"dense1\", which gives [3]; name a convolution");
        assertThatThrownBy(() -> gradCam(sequential(input(36), dense(2)), rand(36), 0))
                .hasMessage(
                        "gradCam: expected a network with a convolution, got the layers [dense1]; take saliency(net,"
                                + " image)");
    }

    @Test
    void stretchesAsPyTorchDoes() {
        assertThat(Stretch.of(new float[] {0, 1, 2, 3}, 2, 2, 4, 4))
                .containsExactly(
                        0, 0.25f, 0.75f, 1, 0.5f, 0.75f, 1.25f, 1.5f, 1.5f, 1.75f, 2.25f, 2.5f, 2, 2.25f, 2.75f, 3);
    }
}
