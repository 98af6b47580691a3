package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Fixture.assertClose;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Functions of one's own in the place of an activation. */
class OwnActivationTest {
    @TempDir
    Path folder;

    private static Tensor swish(Tensor x) {
        return x.times(x.sigmoid());
    }

    @Test
    void aFunctionTrainsAsTheLayersOwnOfTheSameFormula() {
        seed(1);
        var built = sequential(input(3), dense(4).init(xavier()).swish(), dense(2));
        var own = sequential(input(3), dense(4).init(xavier()).activation(OwnActivationTest::swish), dense(2))
                .weights(built.weights(built.weights()).weights());
        var x = randn(8, 3);
        assertClose(own.predict(x), built.predict(x), "output");
        assertClose(own.activations(x).at("dense1"), built.activations(x).at("dense1"), "activation");
        for (var net : new Model[] {own, built}) {
            net.train(dataset(x, randn(8, 2).times(0)))
                    .loss(mse())
                    .optimizer(sgd(0.1))
                    .batch(4)
                    .epochs(3)
                    .seed(2)
                    .quiet()
                    .fit();
        }
        built.weights().forEach((name, value) -> assertClose(own.weight(name), value, name));
    }

    @Test
    void groupsModelsAndLayersOfOnesOwnTakeOneToo() {
        var x = randn(4, 3);
        var group = sequential(input(3), residual(dense(3)).activation(OwnActivationTest::swish));
        assertClose(group.predict(x), swish(group.upTo("dense1").predict(x).plus(x)), "residual");
        var inner = sequential(dense(3)).activation(OwnActivationTest::swish);
        var outer = sequential(input(3), inner);
        assertClose(outer.predict(x), swish(outer.upTo("dense1").predict(x)), "model");
        var lambda = sequential(input(3), lambda(t -> t.plus(1)).activation(OwnActivationTest::swish));
        assertClose(lambda.predict(x), swish(x.plus(1)), "lambda");
        assertThat(conv2d(3, 3).activation(OwnActivationTest::swish)).hasToString("conv2d(3, 3).activation(…)");
    }

    @Test
    void theLastWordCounts() {
        UnaryOperator<Tensor> swish = OwnActivationTest::swish;
        assertThat(dense(3).activation(swish).relu()).isEqualTo(dense(3).relu());
        assertThat(dense(3).activation(swish)).isEqualTo(dense(3).relu().activation(swish));
        assertThat(dense(3).activation(swish)).isNotEqualTo(dense(3));
    }

    @Test
    void whatCannotBeIsOneSentence() {
        assertOneSentence(() -> dense(3).activation((UnaryOperator<Tensor>) null), "activation: ", "got null");
        assertOneSentence(
                () -> simpleRnn(3).activation(OwnActivationTest::swish),
                "simpleRnn.activation: ",
                "recurrent(new MyCell())");
        var wrong = sequential(input(3), dense(4).activation(t -> t.sum(1)));
        assertOneSentence(
                () -> wrong.predict(randn(2, 3)), "layer 1 dense(4).activation(…): ", "[2, 4]", "[2]", "lambda(…)");
        var net = sequential(input(3), dense(4).activation(OwnActivationTest::swish));
        assertOneSentence(() -> net.export(folder.resolve("net.pt").toString()), "export(\"", "layers of your own");
    }
}
