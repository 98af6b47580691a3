package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static percolate.Percolate.*;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import percolate.Sweep.Ending;

/** Trainings over a grid: which, in what order, side by side, kept and gone on with. */
class SweepTest {
    @TempDir
    Path folder;

    private static Training xor(Trial p) {
        var x = tensor(new int[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}}).to(float32);
        return sequential(input(2), dense(p.integer("hidden")).tanh(), dense(1))
                .train(dataset(x, tensor(new int[][] {{0}, {1}, {1}, {0}}).to(float32)))
                .loss(mse())
                .optimizer(sgd(p.number("rate")))
                .seed(p.seed())
                .epochs(5);
    }

    private static Search grid() {
        return sweep("rate", 0.1, 0.01).by("hidden", 4, 8).quiet();
    }

    private static List<Double> losses(Sweep sweep) {
        return sweep.rows().stream().map(row -> row.values().get("loss")).toList();
    }

    @Test
    void everyCombinationIsTrainedWithEverySeed() {
        var swept = grid().seeds(2).fit(SweepTest::xor);
        assertThat(swept.rows())
                .extracting(row -> row.trial().toString())
                .containsExactly(
                        "rate 0.1, hidden 4, seed 1",
                        "rate 0.1, hidden 4, seed 2",
                        "rate 0.1, hidden 8, seed 1",
                        "rate 0.1, hidden 8, seed 2",
                        "rate 0.01, hidden 4, seed 1",
                        "rate 0.01, hidden 4, seed 2",
                        "rate 0.01, hidden 8, seed 1",
                        "rate 0.01, hidden 8, seed 2");
        assertThat(swept.isFinished()).isTrue();
        assertThat(swept).hasToString("sweep: 8 of 8 trainings ended, 8 finished");
        assertThat(swept.table().columnNames())
                .containsExactly("rate", "hidden", "seed", "ending", "epochs", "loss", "seconds", "problem");
        assertThat(swept.table().doubleColumn("hidden").asList()).startsWith(4.0, 4.0, 8.0);
    }

    @Test
    void eachRowIsTheTrainingThatItSays() {
        var swept = grid().seeds(2).fit(SweepTest::xor);
        for (var row : swept.rows()) {
            assertThat(row.values().get("loss"))
                    .isEqualTo(xor(row.trial()).quiet().fit().loss());
        }
    }

    @Test
    void theBestIsTheRunWithTheLeastLossOrTheGreatestAccuracy() {
        var swept = grid().fit(SweepTest::xor);
        double least = losses(swept).stream().mapToDouble(v -> v).min().orElseThrow();
        assertThat(swept.best("loss").loss()).isEqualTo(least);
        assertThat(swept.best("loss").model().parameterCount()).isPositive();
        var flowers = sweep("rate", 1e-5, 0.1).quiet().fit(p -> sequential(input(4), dense(3))
                .train(iris())
                .optimizer(sgd(p.number("rate")))
                .epochs(10));
        double most = flowers.table().doubleColumn("accuracy").max();
        assertThat(flowers.best("accuracy").get("accuracy")).isEqualTo(most);
        assertThatThrownBy(() -> swept.best("f1")).hasMessage("sweep.best: there is no \"f1\" here, but [loss]");
    }

    private static Training noisy(Trial p) {
        return sequential(input(4), dense(8).tanh(), dropout(0.4), dense(3))
                .train(iris())
                .optimizer(adam(p.number("rate")))
                .epochs(3);
    }

    @Test
    void sideBySideGivesTheSameDigitsWithDropoutAndUnsaidSeedsToo() {
        var search = sweep("rate", 0.1, 0.01, 0.001).seeds(2).quiet();
        var alone = losses(search.fit(SweepTest::noisy));
        seed(77);
        assertThat(losses(search.parallel(2).fit(SweepTest::noisy))).isEqualTo(alone);
        float next = rand(1).item();
        seed(77);
        assertThat(rand(1).item()).isEqualTo(next);
    }

    @Test
    void asManyTrainAtOnceAsWasSaid() {
        Set<String> threads = ConcurrentHashMap.newKeySet();
        var both = new CountDownLatch(2);
        var swept = grid().parallel(2).fit(p -> {
            threads.add(Thread.currentThread().getName());
            both.countDown();
            try {
                both.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return xor(p);
        });
        assertThat(swept.isFinished()).isTrue();
        assertThat(threads).hasSize(2).allMatch(name -> name.startsWith("percolate-sweep-"));
    }

    @Test
    void aRandomSearchTrainsDifferentPointsOfTheGridTheSameOnesEachTime() {
        var search = sweep("rate", 0.1, 0.2, 0.3, 0.4, 0.5)
                .by("hidden", 2, 3, 4, 5)
                .random(6)
                .quiet();
        var points =
                search.fit(SweepTest::xor).rows().stream().map(Sweep.Row::trial).toList();
        assertThat(points).hasSize(6).doesNotHaveDuplicates();
        assertThat(search.fit(SweepTest::xor).rows().stream()
                        .map(Sweep.Row::trial)
                        .toList())
                .isEqualTo(points);
        var inOrder =
                sweep("rate", 0.1, 0.2, 0.3, 0.4, 0.5).by("hidden", 2, 3, 4, 5).quiet();
        assertThat(points)
                .isNotEqualTo(inOrder.fit(SweepTest::xor).rows().stream()
                        .map(Sweep.Row::trial)
                        .limit(6)
                        .toList());
    }

    @Test
    void aPointThatFailsIsARowWithItsSentenceAndTheOthersGoOn() {
        var swept = sweep("hidden", 4, 0).by("rate", 0.1).quiet().fit(SweepTest::xor);
        var failed = swept.rows().get(1);
        assertThat(failed.ending()).isEqualTo(Ending.FAILED);
        assertThat(failed.problem()).startsWith("dense: ");
        assertThat(swept.table().stringColumn("problem").asList()).containsExactly("", failed.problem());
        assertThat(swept.toString())
                .isEqualTo(
                        "sweep: 2 of 2 trainings ended, 1 finished, 1 failed; the one with hidden 0, rate 0.1, seed 1"
                                + " says: " + failed.problem());
        assertThat(swept.best("loss").loss())
                .isEqualTo(swept.rows().get(0).values().get("loss"));
        assertThatThrownBy(() -> sweep("hidden", 0)
                        .by("rate", 1)
                        .quiet()
                        .fit(SweepTest::xor)
                        .best("loss"))
                .hasMessage("sweep.best: no training came to its end; the one with hidden 0, rate 1, seed 1 says: "
                        + failed.problem());
    }

    @Test
    void aSweepThatWasKeptGoesOnWithThePointsThatAreMissing() {
        var file = folder.resolve("runs/sweep").toString();
        var trained = new AtomicInteger();
        Function<Trial, Training> counted = p -> {
            trained.incrementAndGet();
            return xor(p);
        };
        var first = grid().keep(file).fit(counted);
        assertThat(trained).hasValue(4);
        var more = sweep("rate", 0.1, 0.01, 0.5)
                .by("hidden", 4, 8)
                .quiet()
                .keep(file)
                .fit(counted);
        // Two new points, and one that was asked for its description.
        assertThat(trained).hasValue(4 + 2 + 1);
        assertThat(losses(more).subList(0, 4)).isEqualTo(losses(first));
        assertThat(more.runs()).hasSize(2);
        var again = grid().keep(file).fit(SweepTest::xor);
        assertThat(again.runs()).isEmpty();
        assertThat(again.best("loss").loss())
                .isEqualTo(losses(first).stream().mapToDouble(v -> v).min().orElseThrow());
    }

    @Test
    void aKilledSweepLosesNoFinishedRow() {
        var file = folder.resolve("killed").toString();
        var seen = new ArrayList<Integer>();
        Function<Trial, Training> dying = p -> {
            seen.add(p.integer("hidden"));
            if (seen.size() == 3) {
                throw new StackOverflowError("the process ends here");
            }
            return xor(p);
        };
        assertThatThrownBy(() -> grid().keep(file).fit(dying)).isInstanceOf(StackOverflowError.class);
        var later = grid().keep(file).fit(SweepTest::xor);
        assertThat(later.isFinished()).isTrue();
        assertThat(later.runs()).hasSize(2);
        assertThat(losses(later)).isEqualTo(losses(grid().fit(SweepTest::xor)));
    }

    @Test
    void aFileOfAnotherSweepIsRefused() throws IOException {
        var file = folder.resolve("other.json").toString();
        grid().keep(file).fit(SweepTest::xor);
        assertThatThrownBy(() -> sweep("rate", 0.1).quiet().keep(file).fit(SweepTest::xor))
                .hasMessage("sweep.keep: " + file + " holds a sweep over [rate, hidden], this one is over [rate]; name"
                        + " another file");
        assertThatThrownBy(() -> grid().keep(file).fit(p -> xor(p).epochs(6)))
                .hasMessageContaining("and with rate 0.1, hidden 4, seed 1 this is \"training on 4 examples: ")
                .hasMessageEndingWith("name another file");
        Files.writeString(Path.of(file), "notes of mine");
        assertThatThrownBy(() -> grid().keep(file).fit(SweepTest::xor))
                .hasMessage("sweep.keep: expected the rows of a sweep in " + file
                        + ", but it is no such JSON; name another file, or remove this one");
        var nameless = new Object();
        assertThatThrownBy(() -> sweep("o", nameless).quiet().keep(file).fit(SweepTest::xor))
                .hasMessageContaining("which has another name each time");
    }

    @Test
    void anInterruptKeepsWhatHasEnded() {
        var calls = new AtomicInteger();
        var caller = Thread.currentThread();
        var swept = grid().fit(p -> {
            if (calls.incrementAndGet() == 2) {
                caller.interrupt();
                return xor(p).epochs(10_000_000);
            }
            return xor(p);
        });
        assertThat(Thread.interrupted()).isTrue();
        assertThat(swept.rows()).hasSize(1);
        assertThat(swept.isFinished()).isFalse();
        assertThat(swept).hasToString("sweep: 1 of 4 trainings ended, 1 finished");
    }

    @Test
    void observersSeeOneTableThatGrowsAndNoSingleTraining() {
        var sizes = new ArrayList<Integer>();
        var single = new AtomicInteger();
        var observer = new TrainingObserver() {
            @Override
            public void started(Run run) {
                single.incrementAndGet();
            }

            @Override
            public void progressed(Run run) {}

            @Override
            public void ended(Run run) {}

            @Override
            public void swept(Sweep sweep) {
                sizes.add(sweep.table().rowCount());
            }
        };
        TrainingObservers.register(observer);
        try {
            sweep("rate", 0.1).by("hidden", 4, 8).fit(SweepTest::xor);
        } finally {
            TrainingObservers.remove(observer);
        }
        assertThat(sizes).containsExactly(0, 1, 2);
        assertThat(single).hasValue(0);
    }

    @Test
    void seedAloneRepeatsOneTraining() {
        var swept = sweep("seed").seeds(3).quiet().fit(p -> sequential(input(4), dense(3))
                .train(iris())
                .seed(p.seed())
                .epochs(1));
        assertThat(swept.table().longColumn("seed").asList()).containsExactly(1L, 2L, 3L);
        assertThat(losses(swept)).doesNotHaveDuplicates();
    }

    @Test
    void parametersOfAnyTypeReachTheTraining() {
        var swept = sweep("optimizer", sgd(0.1), adam(0.01))
                .by("activation", "tanh", "relu")
                .quiet()
                .fit(p -> sequential(input(4), p.text("activation").equals("tanh") ? tanh() : relu(), dense(3))
                        .train(iris())
                        .optimizer(p.get("optimizer"))
                        .epochs(1));
        assertThat(swept.rows()).extracting(Sweep.Row::problem).containsOnly("");
        assertThat(swept.runs())
                .extracting(run -> run.provenance().get("optimizer"))
                .containsExactly("sgd(0.1)", "sgd(0.1)", "adam(0.01)", "adam(0.01)");
        assertThat(swept.table().stringColumn("optimizer").get(2)).isEqualTo("adam(0.01)");
    }

    private static String problem(Function<Trial, Training> training) {
        return sweep("rate", 0.5)
                .by("name", "a")
                .quiet()
                .fit(training)
                .rows()
                .get(0)
                .problem();
    }

    @Test
    void mistakesWithParametersAreSentences() {
        assertThat(problem(p -> xor(new Trial(p.values(), p.integer("rat")))))
                .isEqualTo("sweep: there is no parameter \"rat\" here, but [rate, name]; did you mean \"rate\"?");
        assertThat(problem(p -> xor(new Trial(p.values(), p.integer("rate")))))
                .isEqualTo(
                        "sweep: p.integer(\"rate\") expected a whole number, got 0.5; take p.get(\"rate\"), or give the"
                                + " sweep other values");
        assertThat(problem(p -> xor(new Trial(p.values(), (long) p.number("name")))))
                .startsWith("sweep: p.number(\"name\") expected a number, got a;");
        assertThat(problem(p -> xor(new Trial(p.values(), p.text("rate").length()))))
                .startsWith("sweep: p.text(\"rate\") expected a text, got 0.5;");
        assertThat(problem(p -> null))
                .isEqualTo("sweep.fit: expected a training of rate 0.5, name a, seed 1, got null; end the function with"
                        + " net.train(data), without fit()");
    }

    @Test
    void mistakesWithTheGridAreSentences() {
        assertThatThrownBy(() -> sweep("rate"))
                .hasMessage(
                        "sweep: expected some values of \"rate\", each once, got none; write by(\"rate\", 0.1, 0.01)");
        assertThatThrownBy(() -> sweep("rate", 1, 1)).hasMessageContaining("each once, got [1, 1]");
        assertThatThrownBy(() -> sweep("rate", 1).by("rate", 2))
                .hasMessage("sweep: \"rate\" has values already, [1]; give them all in one by(…)");
        assertThatThrownBy(() -> sweep("seed", 1, 2))
                .hasMessage(
                        "sweep: \"seed\" counts the repetitions, got [1, 2] for it; say seeds(10), and ask p.seed()");
        assertThatThrownBy(() -> sweep("rate", 1).parallel(0)).hasMessage("sweep.parallel: expected 1 or more, got 0");
        assertThat(sweep("rate", 1, 2).by("hidden", 3).seeds(10))
                .hasToString("sweep over 2 of rate × 1 of hidden × 10 seeds; fit(p -> …) starts it");
    }
}
