package percolate.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static percolate.Percolate.*;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import percolate.Layer;
import percolate.Shape;
import percolate.engine.NativeFailure;
import percolate.model.Attributes;

/** What only the native library finds out is said of the layer in which it arose. */
@Isolated
class NativeErrorTest {
    /** A layer whose program does not do what its shapes say. */
    private static final class Broken extends Layer {
        Broken() {
            super(Attributes.of("broken"));
        }

        @Override
        public Shape outputShape(Shape input) {
            return input;
        }

        @Override
        public String write(Body body) {
            return "torch.matmul(" + body.input() + ", torch.t(" + body.input() + "))";
        }

        @Override
        protected String written() {
            return "broken()";
        }
    }

    @AfterEach
    void together() {
        OneByOne.force(false);
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void theLayerIsNamed(boolean stepwise) {
        OneByOne.force(stepwise);
        var net = sequential(input(3), dense(4).tanh(), new Broken(), dense(2));
        assertThatThrownBy(() -> net.predict(randn(5, 3)))
                .isInstanceOf(NativeFailure.class)
                .hasMessageContainingAll("predict: ", "dense2: ", "5x5 and 4x2")
                .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
        var within = sequential(input(2, 3), new Broken(), dense(2));
        assertThatThrownBy(() -> within.predict(randn(5, 2, 3)))
                .isInstanceOf(NativeFailure.class)
                .hasMessageContaining("broken1: ");
    }
}
