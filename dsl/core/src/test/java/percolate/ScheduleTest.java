package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import percolate.schedule.Position;

class ScheduleTest {
    private static final double RATE = 0.2;

    private static final Map<String, Schedule> WRITTEN = Stream.of(
                    constant().warmUp(8),
                    stepDecay(2, 0.3),
                    exponentialDecay(0.9),
                    cosine(),
                    cosine().least(0.1),
                    cosine().warmUp(8),
                    cosine().restarts(2),
                    cosine().restarts(1, 2),
                    oneCycle(),
                    oneCycle().rise(0.5),
                    polynomial(),
                    polynomial(2),
                    reduceOnPlateau(1),
                    reduceOnPlateau(2).factor(0.5).minimumChange(0.1))
            .collect(Collectors.toMap(Schedule::toString, Function.identity()));

    static List<String> files() throws IOException {
        return Fixture.files("schedules");
    }

    @ParameterizedTest
    @MethodSource("files")
    void ratesAreThoseOfPyTorch(String file) {
        var fixture = Fixture.read("schedules", file);
        var schedule = WRITTEN.get(fixture.text("schedule"));
        assertThat(schedule).as(fixture.text("schedule")).isNotNull();
        double[] expected = numbers(fixture, "rates");
        double[] found = fixture.parts().has("values")
                ? byEpochs(schedule, numbers(fixture, "values"))
                : schedule.rates(
                        RATE,
                        fixture.config().get("epochs").getAsInt(),
                        fixture.config().get("perEpoch").getAsInt());
        assertThat(found).hasSameSizeAs(expected);
        for (int i = 0; i < found.length; i++) {
            assertThat(found[i]).as("step " + i).isCloseTo(expected[i], within(1e-9 + 1e-6 * expected[i]));
        }
    }

    private static double[] numbers(Fixture fixture, String key) {
        return fixture.parts().getAsJsonArray(key).asList().stream()
                .mapToDouble(n -> n.getAsDouble())
                .toArray();
    }

    private static double[] byEpochs(Schedule schedule, double... values) {
        var history = new ArrayList<Epoch>();
        return IntStream.range(0, values.length)
                .mapToDouble(i -> {
                    double rate = RATE * schedule.factor(new Position(i, 1, values.length, List.copyOf(history)));
                    history.add(new Epoch(i + 1, values[i], Double.NaN, Map.of(), rate, Duration.ZERO));
                    return rate;
                })
                .toArray();
    }

    private static Dataset data() {
        seed(3);
        return dataset(randn(20, 3), randn(20, 1));
    }

    private static Model network() {
        return sequential(input(3), dense(4).tanh(), dense(1));
    }

    @Test
    void eachStepOfATrainingHasItsRate() {
        var schedule = cosine().warmUp(3);
        var net = network();
        var hand = network();
        var run = net.train(data())
                .optimizer(adam(0.05).rate("dense2", 0.01))
                .schedule(schedule)
                .loss(mse())
                .batch(20)
                .epochs(12)
                .seed(4)
                .quiet()
                .fit();
        hand.train(data())
                .optimizer(sgd(1e-30))
                .loss(mse())
                .epochs(1)
                .seed(4)
                .quiet()
                .fit();
        var opt = adam(0.05).rate("dense2", 0.01).on(hand).schedule(schedule, 12, 1);
        var batch = data().batch();
        for (double rate : schedule.rates(0.05, 12, 1)) {
            assertThat(opt.rate()).isEqualTo(rate);
            opt.step(() -> mse().of(hand.apply(batch.x()), batch.y()));
        }
        assertThat(run.series("learning_rate")).containsExactly(schedule.rates(0.05, 12, 1));
        hand.weights()
                .forEach((name, w) ->
                        assertThat(net.weight(name).isClose(w, 1e-6)).as(name).isTrue());
    }

    @Test
    void ofABoundOptimizerTheLastRateStays() {
        var w = parameter(1);
        var opt = sgd(0.1).on(w).schedule(stepDecay(1, 0.5), 2, 1);
        for (double rate : new double[] {0.1, 0.05, 0.05}) {
            assertThat(opt.rate()).isEqualTo(rate);
            opt.step(() -> w.square());
        }
        assertThat(opt.rate(1).rate()).isEqualTo(1);
    }

    @Test
    void aPlateauIsSeenInTheValidation() {
        var split = data().split(0.5, 1);
        var run = network()
                .train(split)
                .optimizer(sgd(0.1))
                .schedule(reduceOnPlateau(1).minimumChange(1e9))
                .batch(5)
                .epochs(5)
                .seed(1)
                .quiet()
                .fit();
        assertThat(run.series("learning_rate")).containsExactly(0.1, 0.1, 0.1, 0.1 * 0.1, 0.1 * 0.1);
    }

    @Test
    void whatIsComputedInJavaFollowsItToo() {
        var own = network();
        var program = network();
        Function<Loss, Model> train = loss -> {
            var net = loss.isOwn() ? own : program;
            net.train(data())
                    .loss(loss)
                    .optimizer(sgd(0.1))
                    .schedule(cosine())
                    .epochs(4)
                    .batch(7)
                    .seed(2)
                    .quiet()
                    .fit();
            return net;
        };
        var expected = train.apply(mse());
        var found = train.apply((p, y) -> p.minus(y).square().mean());
        var objective = network();
        objective
                .train(data())
                .objective(b -> mse().of(objective.apply(b.x()), b.y()))
                .optimizer(sgd(0.1))
                .schedule(cosine())
                .epochs(4)
                .batch(7)
                .seed(2)
                .quiet()
                .fit();
        expected.weights().forEach((name, w) -> {
            assertThat(found.weight(name).isClose(w, 1e-6)).as(name).isTrue();
            assertThat(objective.weight(name).isClose(w, 1e-6)).as(name).isTrue();
        });
    }

    @Test
    void mistakesAreNamed() {
        assertOneSentence(() -> stepDecay(0, 0.1), "stepDecay", "1 or more", "0");
        assertOneSentence(() -> exponentialDecay(1.5), "exponentialDecay", "up to 1", "1.5");
        assertOneSentence(() -> oneCycle().rise(1), "oneCycle.rise", "between 0 and 1");
        assertOneSentence(() -> cosine().restarts(0), "cosine.restarts", "1 epoch");
        assertOneSentence(() -> polynomial(0), "polynomial", "above 0");
        assertOneSentence(
                () -> network()
                        .train(data())
                        .schedule(cosine().warmUp(400))
                        .epochs(3)
                        .fit(),
                "warmUp(400)",
                "3",
                "more epochs");
        assertOneSentence(
                () -> network()
                        .train(data())
                        .schedule(reduceOnPlateau(2).on("val_loss"))
                        .fit(),
                "reduceOnPlateau.on",
                "val_loss",
                "train on a split");
        assertOneSentence(
                () -> sgd(0.1).on(parameter(1)).schedule(reduceOnPlateau(2), 3, 4),
                "sgd.schedule",
                "reduceOnPlateau(2)",
                "rate(…)");
    }

    @Test
    void equalWordsAreEqualSchedules() {
        assertThat(cosine().warmUp(4)).isEqualTo(cosine().warmUp(4)).isNotEqualTo(cosine());
        assertThat(cosine().warmUp(400).restarts(10, 2)).hasToString("cosine().warmUp(400).restarts(10, 2)");
    }
}
