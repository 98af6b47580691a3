package percolate.plotting.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static percolate.Percolate.avgPool2d;
import static percolate.Percolate.conv2d;
import static percolate.Percolate.dense;
import static percolate.Percolate.flatten;
import static percolate.Percolate.full;
import static percolate.Percolate.gradients;
import static percolate.Percolate.input;
import static percolate.Percolate.rand;
import static percolate.Percolate.resNet152;
import static percolate.Percolate.residual;
import static percolate.Percolate.sequential;
import static percolate.plotting.Pictures.diagram;

import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import percolate.Layer;
import percolate.Model;

class DiagramTest {
    private static Model lenet() {
        return sequential(
                input(1, 28, 28),
                conv2d(6, 5).same().tanh().named("C1"),
                avgPool2d(2),
                conv2d(16, 5).tanh(),
                avgPool2d(2),
                flatten(),
                dense(120).tanh(),
                dense(84).tanh(),
                dense(10));
    }

    private static Model deep(int layers) {
        var all = new ArrayList<Layer>();
        for (int at = 0; at < layers; at++) {
            all.add(dense(4).sigmoid());
        }
        return sequential(input(4), all);
    }

    @Test
    void saysLayersShapesAndParameters() {
        assertThat(diagram(lenet()).alt())
                .startsWith("network of 8 layers, 61,706 parameters: input [1, 28, 28], C1 [6, 28, 28], ")
                .endsWith("dense3 [10]");
    }

    @Test
    void saysWhereGradientsVanish() {
        var net = deep(30);
        var found = gradients(() -> net.apply(rand(8, 4)).sum(), net);

        assertThat(diagram(net).gradients(found).alt())
                .contains("so learning all but stops in the first layers")
                .contains("… dense30 [4]");
    }

    @Test
    void saysThatGradientsAreNoNumbers() {
        var net = deep(2);
        net.weights(Map.of("dense1.bias", full(Double.NaN, 4)));
        var found = gradients(() -> net.apply(rand(8, 4)).sum(), net);

        assertThat(diagram(net).gradients(found).alt()).endsWith("; some gradients are not finite");
        assertThat(diagram(net).gradients(found).picture().png()).isNotEmpty();
    }

    @Test
    void refusesOtherWeightsGradients() {
        var other = deep(1);
        var found = gradients(() -> other.apply(rand(8, 4)).sum(), other);

        assertThatThrownBy(() -> diagram(lenet()).gradients(found))
                .hasMessageStartingWith(
                        "diagram: expected gradients of this network's weights, such as [C1.weight [6, 1, 5, 5],"
                                + " C1.bias [6]], got those of [dense1.weight [4, 4], dense1.bias [4]];")
                .hasMessageEndingWith("take gradients(() -> loss, net)");
    }

    @Test
    void takesNetworksOfAnyDepth() {
        assertThat(diagram(deep(60)).picture().size().height()).isLessThan(4000);
        assertThat(diagram(resNet152()).picture().size().height()).isLessThan(4000);
    }

    @Test
    void takesLongNames() {
        var net = sequential(input(2), residual(dense(2).named("a-name-that-is-longer-than-any-box".repeat(3))));
        assertThat(diagram(net).picture().size().width()).isLessThan(700);
    }

    @Test
    void keepsItsDressInAnyOrder() {
        var net = deep(2);
        var found = gradients(() -> net.apply(rand(8, 4)).sum(), net);

        assertThat(diagram(net).title("Two").dark().gradients(found).alt())
                .isEqualTo(diagram(net).gradients(found).dark().title("Two").alt());
    }

    @Test
    void saysWhatAShapelessNetworkLacks() {
        assertThatThrownBy(() -> diagram(sequential(dense(3)))).isInstanceOf(IllegalStateException.class);
    }
}
