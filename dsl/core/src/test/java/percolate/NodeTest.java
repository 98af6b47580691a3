package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NodeTest {
    @Test
    void shapesAreKnownWithoutComputing() {
        var image = input(3, 128, 128);
        var down = image.then(conv2d(16, 3).same().relu());
        assertThat(down.shape()).isEqualTo(Shape.of(16, 128, 128));
        assertThat(down.then(maxPool2d(2)).shape()).isEqualTo(Shape.of(16, 64, 64));
        assertThat(down.concat(image).shape()).isEqualTo(Shape.of(19, 128, 128));
        assertThat(input(TIME, 4).concat(input(TIME, 3)).shape()).isEqualTo(Shape.of(TIME, 7));
        assertThat(input(2, 5).concat(0, input(3, 5)).shape()).isEqualTo(Shape.of(5, 5));
        assertThat(input(4, 8, 8).multiply(input(4, 1, 1)).shape()).isEqualTo(Shape.of(4, 8, 8));
    }

    @Test
    void nodesAreAddedMultipliedAndJoined() {
        var a = input(3);
        var b = input(3);
        var net = model(
                List.of(a, b), a.plus(b), a.times(b), a.concat(b), a.add(b).relu(), a.tanh(), a.sigmoid(), a.softmax());
        var x = tensor(new double[][] {{1, -2, 3}});
        var y = tensor(new double[][] {{4, 1, -1}});
        var outputs = net.outputs(x, y);
        assertThat(outputs.get(0).isClose(x.plus(y), 0)).isTrue();
        assertThat(outputs.get(1).isClose(x.times(y), 0)).isTrue();
        assertThat(outputs.get(2).isClose(concat(1, x, y), 0)).isTrue();
        assertThat(outputs.get(3).isClose(x.plus(y).relu(), 0)).isTrue();
        assertThat(outputs.get(4).isClose(x.tanh(), 1e-6)).isTrue();
        assertThat(outputs.get(5).isClose(x.sigmoid(), 1e-6)).isTrue();
        assertThat(outputs.get(6).isClose(x.softmax(-1), 1e-6)).isTrue();
        assertThat(net.predict(x, y).isClose(x.plus(y), 0)).isTrue();
    }

    @Test
    void nodesAreSubtractedAndDivided() {
        var a = input(3);
        var b = input(1);
        var net = model(List.of(a, b), a.minus(b), a.div(b));
        var x = tensor(new double[][] {{1, -2, 3}});
        var y = tensor(new double[][] {{4}});
        var outputs = net.outputs(x, y);
        assertThat(outputs.get(0).isClose(x.minus(y), 0)).isTrue();
        assertThat(outputs.get(1).isClose(x.div(y), 0)).isTrue();
        assertThat(net.names()).containsExactly("subtract1", "divide1");
        assertOneSentence(() -> input(3).minus(input(2)), "subtract()", "[3]", "[2]");
    }

    @Test
    void aNodeIsOneUseAndModelsOverItShareItsWeights() {
        var in = input(4);
        var code = in.then(dense(3).tanh()).named("code");
        var encoder = model(in, code);
        var whole = model(in, code.then(dense(4)));
        assertThat(whole.weights()).containsOnlyKeys("code.weight", "code.bias", "dense1.weight", "dense1.bias");
        whole.weights(Map.of("code.bias", tensor(1, 2, 3)));
        assertThat(encoder.weight("code.bias").isClose(tensor(1, 2, 3), 0)).isTrue();
    }

    @Test
    void aRecurrentLayersLastStateIsANode() {
        var x = input(TIME, 2);
        var memory = x.then(gru(3).returnSequences());
        assertThat(memory.state().shape()).isEqualTo(Shape.of(3));
        var net = model(x, memory, memory.state(), memory.output(1));
        var outputs = net.outputs(rand(2, 5, 2));
        assertThat(outputs.get(1).isClose(outputs.get(0).slice(1, 4, 5).reshape(2, 3), 1e-6))
                .isTrue();
        assertThat(outputs.get(2).isClose(outputs.get(1), 0)).isTrue();
    }

    @Test
    void whatDoesNotFitIsSaidWhereItIsWritten() {
        var image = input(3, 8, 8);
        assertOneSentence(() -> image.then(dense(3)), "dense(3): ", "[batch, 3, 8, 8]", "flatten()");
        assertOneSentence(() -> image.concat(input(3, 4, 4)), "concat(): ", "[3, 8, 8]", "[3, 4, 4]");
        assertOneSentence(() -> image.add(input(2, 8, 8)), "add(): ", "[3, 8, 8]", "[2, 8, 8]");
        assertOneSentence(() -> image.concat(7, image), "concat(7): ", "axis 7");
        assertOneSentence(() -> image.then(flatten(), image), "flatten(): ", "1 input", "got 2", "concat");
        assertOneSentence(() -> image.state(), "\"state\"", "[]");
        assertOneSentence(() -> image.then(flatten()).output(1), "output: ", "0 to 0", "got 1");
        assertOneSentence(() -> image.then(flatten()).to(int64), "to: ", "input(…).to(int64)");
        assertOneSentence(() -> image.named("a.b"), "named", "a.b");
        assertOneSentence(() -> input(3).then(dense(2)).then(embedding(3, 2)), "embedding(3, 2): ", "put it first");
    }

    @Test
    void inputsAndOutputsBelongTogether() {
        var a = input(3);
        var b = input(3).named("other");
        var h = a.then(dense(2));
        assertOneSentence(() -> model(a, h.add(b.then(dense(2)))), "model: ", "input[3]", "not among the inputs");
        assertOneSentence(() -> model(List.of(a, b), h), "model: ", "no output depends on input 2");
        assertOneSentence(() -> model(h, h.then(dense(1))), "model: ", "input 1", "input(…)");
        assertOneSentence(() -> model(List.of(a, a), h), "model: ", "each input once");
        assertOneSentence(() -> model(a), "model: ", "one output or more");
        assertOneSentence(() -> model(a, a.then(dense(2).named("x")), a.then(dense(3).named("x"))), "named(\"x\")");
        var net = model(List.of(a, b), h.add(b.then(dense(2))));
        assertOneSentence(() -> net.predict(rand(2, 3)), "model: ", "2 inputs", "[3], [3]", "got 1");
        assertOneSentence(() -> net.predict(rand(2, 3), rand(2, 4)), "input 2 \"other\"", "[3]", "[2, 4]");
        assertOneSentence(() -> net.predict(rand(2, 3), rand(4, 3)), "input 2 \"other\"", "2 examples");
    }
}
