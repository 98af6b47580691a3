package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.*;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Stacks of layers thrown together: each is refused in one sentence, or runs and gives the shapes it says. */
class RandomModelTest {
    private static final int STACKS = 60;

    private final List<Layer> kinds =
            LayerTest.all().filter(l -> l.name().isEmpty()).toList();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aModelThatIsNotRefusedRunsAsItSays(long seed) {
        var random = new SplittableRandom(seed);
        int ran = 0;
        for (int i = 0; i < STACKS; i++) {
            var input = input(random);
            var layers = layers(random);
            try {
                run(sequential(input, layers), random);
                ran++;
            } catch (ShapeException e) {
                assertThat(e.getMessage())
                        .as(layers.toString())
                        .startsWith("layer ")
                        .contains("; ")
                        .doesNotContain("\n");
            }
        }
        assertThat(ran).as("models that ran").isBetween(STACKS / 10, STACKS);
    }

    private static Node input(SplittableRandom random) {
        return switch (random.nextInt(5)) {
            case 0 -> Percolate.input(2, 9, 8);
            case 1 -> Percolate.input(TIME, 3);
            case 2 -> Percolate.input(TIME);
            case 3 -> Percolate.input(16);
            default -> Percolate.input(5, 4);
        };
    }

    private List<Layer> layers(SplittableRandom random) {
        var layers = new ArrayList<Layer>();
        for (int i = random.nextInt(1, 5); i > 0; i--) {
            layers.add(kinds.get(random.nextInt(kinds.size())));
        }
        return layers;
    }

    private static void run(Model net, SplittableRandom random) {
        int rows = random.nextInt(1, 4);
        int steps = random.nextInt(1, 6);
        int[] shape = net.graph().input().prepend(rows).sizes().stream()
                .mapToInt(size -> size == TIME ? steps : size)
                .toArray();
        var x = net.graph().dtype() == int64 ? randint(0, 12, shape) : randn(shape);
        var expected = net.graph().output(x.shape().dropFirst(1)).prepend(rows);
        var prediction = net.predict(x);
        assertThat(prediction.shape()).as(net.toString()).isEqualTo(expected);
        assertThat(prediction.isClose(prediction, 0)).as(net + " gives numbers").isTrue();
        boolean trainable =
                net.graph().weights().stream().allMatch(e -> e.weight().trained());
        if (net.parameterCount() > 0 && trainable) {
            var run = net.train(dataset(x, prediction))
                    .loss(mse())
                    .epochs(1)
                    .quiet()
                    .fit();
            assertThat(run.loss()).as(net.toString()).isFinite();
        }
    }
}
