package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EnvironmentTest {
    @Test
    void oneStepOfTheCartIsTheFormulas() {
        var world = cartPole(1);
        world.reset(0.1, 0.2, 0.05, -0.1);
        var step = world.step(1);
        double u = (10 + 0.1 * 0.5 * 0.01 * Math.sin(0.05)) / 1.1;
        double turned = (9.8 * Math.sin(0.05) - Math.cos(0.05) * u)
                / (0.5 * (4 / 3.0 - 0.1 * Math.pow(Math.cos(0.05), 2) / 1.1));
        double pushed = u - 0.05 * turned * Math.cos(0.05) / 1.1;
        assertThat(step.state().toDoubleArray())
                .containsExactly(
                        new double[] {0.1 + 0.02 * 0.2, 0.2 + 0.02 * pushed, 0.05 - 0.02 * 0.1, -0.1 + 0.02 * turned},
                        within(1e-6));
        assertThat(step.reward()).isEqualTo(1);
        assertThat(step.isOver()).isFalse();
    }

    @Test
    void aPushedCartFallsAndABalancedOneStands() {
        var world = cartPole(2);
        int pushed = 0;
        for (world.reset(); !world.isOver(); pushed++) {
            world.step(1);
        }
        assertThat(pushed).isBetween(7, 12);
        int balanced = 0;
        for (var state = world.reset(); !world.isOver(); balanced++) {
            var now = state;
            state = world.step(now.get(2).item() + now.get(3).item() > 0 ? 1 : 0)
                    .state();
        }
        assertThat(balanced).isGreaterThan(100);
    }

    @Test
    void episodesOfASeedRepeatAndDiffer() {
        var one = cartPole(3);
        var other = cartPole(3);
        var first = one.reset();
        assertThat(other.reset().isClose(first, 0)).isTrue();
        assertThat(one.reset().isClose(first, 0)).isFalse();
        assertThat(first.abs().max().item()).isLessThan(0.05f);
        assertThat(one.stateSize()).isEqualTo(4);
        assertThat(one.actions()).isEqualTo(2);
    }

    @Test
    void aGridsCellsAreWalledAndWorthSomething() {
        var world = gridWorld(1);
        assertThat(world).hasToString("...+\n.#.-\no...");
        assertThat(world.reset().toFloatArray()).containsExactly(0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0);
        assertThat(world.step(3).state().argmax().toInt()).as("a wall around").isEqualTo(8);
        world.step(1);
        assertThat(world.step(0).state().argmax().toInt()).as("a wall within").isEqualTo(9);
        world.reset();
        var rewards = IntStream.of(0, 0, 1, 1, 1).mapToObj(world::step).map(Environment.Step::reward);
        assertThat(rewards).containsExactly(-0.04f, -0.04f, -0.04f, -0.04f, 1f);
        assertThat(world.isOver()).isTrue();
        assertThat(world.cell()).isEqualTo(3);
        assertOneSentence(() -> world.step(0), "gridWorld.step: ", "over", "reset()");
    }

    @Test
    void aSlipperyGridSlipsAsOften() {
        var world = gridWorld(4, ".....", "..S..", ".....").slippery(0.2);
        var ends = new int[15];
        for (int i = 0; i < 1500; i++) {
            world.reset();
            world.step(0);
            ends[world.cell()]++;
        }
        assertThat(ends[2] / 1500.0).isCloseTo(0.8, within(0.05));
        assertThat(ends[6] / 1500.0).isCloseTo(0.1, within(0.03));
        assertThat(ends[8] / 1500.0).isCloseTo(0.1, within(0.03));
    }

    /** Values of the textbook's world, 4 × 3 with slips of 0.2: Russell and Norvig, figure 17.3, first row and start. */
    @Test
    void d33TheTextbooksWorldHasTheTextbooksValues() {
        var world = gridWorld(1).slippery(0.2);
        // Its best policy: up and then right along the top, and left at the bottom.
        int[] best = {1, 1, 1, 0, 0, 0, 0, 0, 0, 3, 3, 3};
        double sum = 0;
        int episodes = 2500;
        for (int i = 0; i < episodes; i++) {
            for (world.reset(); !world.isOver(); ) {
                sum += world.step(best[world.cell()]).reward();
            }
        }
        // A step's −0.04 is paid for each state one is in; the last step pays the end's worth and not its own.
        assertThat(sum / episodes - 0.04).isCloseTo(0.705, within(0.03));
    }

    @Test
    void d33QLearningFindsTheWay() {
        var world = gridWorld(1);
        var q = new double[world.stateSize()][world.actions()];
        var dice = new SplittableRandom(2);
        for (int episode = 0; episode < 300; episode++) {
            world.reset();
            while (!world.isOver()) {
                int s = world.cell();
                int a = dice.nextDouble() < 0.2 ? dice.nextInt(4) : best(q[s]);
                var step = world.step(a);
                double next = step.isOver() ? 0 : q[world.cell()][best(q[world.cell()])];
                q[s][a] += 0.5 * (step.reward() + next - q[s][a]);
            }
        }
        world.reset();
        int steps = 0;
        while (!world.isOver() && steps < 20) {
            world.step(best(q[world.cell()]));
            steps++;
        }
        assertThat(steps).isEqualTo(5);
        assertThat(world.cell()).isEqualTo(3);
    }

    private static int best(double... values) {
        return IntStream.range(0, values.length)
                .reduce((a, b) -> values[b] > values[a] ? b : a)
                .orElseThrow();
    }

    @Test
    void whatCannotBeIsOneSentence() {
        assertOneSentence(() -> gridWorld(1, "S..", ".."), "gridWorld: ", "one length", "[S.., ..]");
        assertOneSentence(() -> gridWorld(1, "S.x"), "gridWorld: ", "S, #");
        assertOneSentence(() -> gridWorld(1, "S.S+"), "gridWorld: ", "one S", "got 2");
        assertOneSentence(() -> gridWorld(1).slippery(2), "gridWorld.slippery: ", "got 2");
        assertOneSentence(() -> cartPole(1).step(2), "cartPole.step: ", "0 to 1", "got 2");
    }
}
