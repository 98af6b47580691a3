package percolate.model;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.*;

import java.util.List;
import org.junit.jupiter.api.Test;
import percolate.DType;
import percolate.Layer;
import percolate.Model;
import percolate.Shape;

class GraphTest {
    private static List<String> names(Model net) {
        return net.graph().steps().stream().map(Graph.Step::name).toList();
    }

    @Test
    void layersAreNumberedByKind() {
        assertThat(names(sequential(input(1, 8, 8), conv2d(2, 3), flatten(), dense(3), relu(), dense(2))))
                .containsExactly("conv2d1", "flatten1", "dense1", "relu1", "dense2");
    }

    @Test
    void givenNamesStayAndAreNotGivenTwice() {
        assertThat(names(sequential(input(3), dense(3), dense(3).named("dense1"), dense(3).named("größe-2"))))
                .containsExactly("dense2", "dense1", "größe-2");
        var net = sequential(input(3), dense(3).named("größe-2"));
        assertThat(net.weights()).containsOnlyKeys("größe-2.weight", "größe-2.bias");
        assertThat(net.predict(rand(1, 3)).shape()).isEqualTo(Shape.of(1, 3));
    }

    @Test
    void weightsComeInTheOrderOfTheLayers() {
        var graph = sequential(input(TIME), embedding(9, 2), lstm(3), dense(2)).graph();
        assertThat(graph.weights())
                .extracting(Graph.Entry::key)
                .containsExactly(
                        "embedding1.weight",
                        "lstm1.input",
                        "lstm1.recurrent",
                        "lstm1.bias",
                        "lstm1.recurrentBias",
                        "dense1.weight",
                        "dense1.bias");
    }

    @Test
    void shapesFollowEachOther() {
        var graph = sequential(input(3, 9, 7), conv2d(4, 3).stride(2), maxPool2d(2), globalAvgPool2d())
                .graph();
        assertThat(graph.steps())
                .extracting(Graph.Step::out)
                .containsExactly(Shape.of(4, 4, 3), Shape.of(4, 2, 1), Shape.of(4));
        assertThat(graph.steps().get(1).in()).isEqualTo(Shape.of(4, 4, 3));
        assertThat(graph.output()).isEqualTo(Shape.of(4));
    }

    @Test
    void timeTakesTheSizeOfTheData() {
        var graph =
                sequential(input(TIME, 2), lstm(3).returnSequences(), dense(4)).graph();
        assertThat(graph.output()).isEqualTo(Shape.of(TIME, 4));
        assertThat(graph.output(Shape.of(7, 2))).isEqualTo(Shape.of(7, 4));
    }

    @Test
    void wordsAreIntegersAndTheRestIsFloat32() {
        assertThat(sequential(input(TIME), embedding(9, 2)).graph().dtype()).isEqualTo(DType.int64);
        assertThat(sequential(input(2, 2), reshape(4), embedding(9, 2)).graph().dtype())
                .isEqualTo(DType.int64);
        assertThat(sequential(input(3), dense(2)).graph().dtype()).isEqualTo(DType.float32);
    }

    @Test
    void workCountsMultiplications() {
        assertThat(sequential(input(3), dense(4)).graph().work(Shape.of(3))).isEqualTo(12);
        assertThat(sequential(input(2, 4, 4), conv2d(3, 3)).graph().work(Shape.of(2, 4, 4)))
                .isEqualTo(3 * 2 * 2 * 2 * 9);
    }

    @Test
    void aGraphKeepsItsLayers() {
        List<Layer> layers = List.of(dense(2).relu(), dense(3).softmax());
        var graph = sequential(input(4), layers).graph();
        assertThat(graph.layers()).containsExactlyElementsOf(layers);
        assertThat(graph.activation().name()).isEqualTo("softmax");
    }
}
