package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Percolate.*;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the overview says of learning itself, each with three seeds; a test begins with the row of the catalogue. */
class CatalogueDLearningTest {
    private static final int DIM = 8;

    private static Sweep race(long seed, Optimizer... optimizers) {
        return sweep("optimizer", (Object[]) optimizers).quiet().fit(p -> sequential(
                        flatten(), dense(32).relu(), dense(10))
                .train(digits().take(400))
                .optimizer(p.get("optimizer"))
                .seed(seed)
                .epochs(5));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void d14AllOptimizersDescendAndMomentumOvertakesPlainDescent(long seed) {
        var swept =
                race(seed, sgd(0.02), sgd(0.02).momentum(0.9), adagrad(0.05), adadelta(), adam(0.01), rmsprop(0.005));
        assertThat(swept.runs()).hasSize(6).allSatisfy(run -> {
            double[] losses = run.series("loss");
            assertThat(losses[4]).isLessThan(losses[0]);
        });
        var losses = swept.table().doubleColumn("loss");
        assertThat(losses.get(1)).isLessThan(0.5 * losses.get(0));
        assertThat(losses.get(4)).isLessThan(0.5 * losses.get(0));
    }

    /** The lecture divides by what is kept, so that the mean over many draws is the value without dropout. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void d15InvertedDropoutKeepsTheMean(long seed) {
        var net = sequential(input(50), dropout(0.4));
        seed(seed);
        var x = rand(1, 50);
        assertThat(net.predict(x).toFloatArray()).containsExactly(x.toFloatArray());
        var drawn = net.samples(2000, x);
        var kept = drawn.get(0, 0).div(x.get(0));
        for (float factor : kept.toFloatArray()) {
            assertThat(factor == 0 || Math.abs(factor - 1 / 0.6) < 1e-5).isTrue();
        }
        assertThat((double) drawn.mean().item()).isCloseTo(x.mean().item(), within(0.01));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void d15TheValidationLossPassesItsLeastValueAndDropoutHoldsItDown(long seed) {
        seed(seed);
        var x = randn(80, 10);
        var y = x.get(":, 0").plus(randn(80)).gt(0).to(int64);
        var data = dataset(x, y).split(0.5, seed);
        var plain = sequential(input(10), dense(64).relu(), dense(2))
                .train(data)
                .seed(seed)
                .epochs(60)
                .quiet()
                .fit();
        double[] curve = plain.series("val_loss");
        double least = Double.POSITIVE_INFINITY;
        int best = 0;
        for (int i = 0; i < curve.length; i++) {
            best = curve[i] < least ? i : best;
            least = Math.min(least, curve[i]);
        }
        assertThat(best).isLessThan(40);
        assertThat(curve[curve.length - 1]).isGreaterThan(1.2 * least);
        var dropped = sequential(input(10), dense(64).relu(), dropout(0.7), dense(2))
                .train(data)
                .seed(seed)
                .epochs(60)
                .quiet()
                .fit();
        assertThat(dropped.get("val_loss") - dropped.get("loss")).isLessThan(plain.get("val_loss") - plain.get("loss"));
    }

    /** Words 0 to 4 keep to themselves, and so do 5 to 9; a window of 5 looks two words to either side. */
    private static int[] corpus(long seed) {
        seed(seed);
        var words = randint(0, 5, 400).toLongArray();
        var all = new int[words.length];
        for (int i = 0; i < all.length; i++) {
            all[i] = (int) words[i] + (i / 20 % 2) * 5;
        }
        return all;
    }

    private static Dataset skipGrams(int... words) {
        var centres = new ArrayList<Integer>();
        var contexts = new ArrayList<Integer>();
        for (int i = 2; i < words.length - 2; i++) {
            for (int j = i - 2; j <= i + 2; j++) {
                if (j != i) {
                    centres.add(words[i]);
                    contexts.add(words[j]);
                }
            }
        }
        return dataset(
                tensor(centres).to(int64).reshape(-1, 1), tensor(contexts).to(int64));
    }

    private static Dataset bagsOfWords(int... words) {
        var bags = new ArrayList<Integer>();
        var centres = new ArrayList<Integer>();
        for (int i = 2; i < words.length - 2; i++) {
            bags.addAll(List.of(words[i - 2], words[i - 1], words[i + 1], words[i + 2]));
            centres.add(words[i]);
        }
        return dataset(tensor(bags).to(int64).reshape(-1, 4), tensor(centres).to(int64));
    }

    /** Mean cosine within the two groups of words, less that between them. */
    private static double separation(Model net) {
        var weights = net.weight("embedding1.weight");
        var unit = weights.div(weights.square().sum(1, true).sqrt());
        var cosines = unit.mm(unit.t());
        double within = (cosines.get("0:5, 0:5").sum().item()
                        + cosines.get("5:10, 5:10").sum().item()
                        - 10)
                / 40;
        return within - cosines.get("0:5, 5:10").mean().item();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void d18WordsOfLikeNeighboursGetLikeVectors(long seed) {
        var words = corpus(seed);
        var counts = new Integer[10];
        Arrays.setAll(counts, word ->
                (int) Arrays.stream(words).filter(w -> w == word).count());
        for (var loss : List.of(negativeSampling(3), crossEntropy())) {
            var net = sequential(embedding(10, DIM), flatten(), dense(10));
            net.train(skipGrams(words))
                    .loss(loss)
                    .optimizer(adam(0.02))
                    .seed(seed)
                    .epochs(4)
                    .quiet()
                    .fit();
            assertThat(separation(net)).as("skip-gram with " + loss).isGreaterThan(0.5);
        }
        var tree = sequential(embedding(10, DIM), flatten(), dense(9));
        tree.train(skipGrams(words))
                .loss(hierarchicalSoftmax((Number[]) counts))
                .optimizer(adam(0.02))
                .seed(seed)
                .epochs(4)
                .quiet()
                .fit();
        assertThat(separation(tree)).as("hierarchical softmax").isGreaterThan(0.3);
        var bag = sequential(embedding(10, DIM), lambda(t -> t.mean(1)), dense(10));
        bag.train(bagsOfWords(words))
                .loss(crossEntropy())
                .optimizer(adam(0.05))
                .seed(seed)
                .epochs(6)
                .quiet()
                .fit();
        assertThat(separation(bag)).as("bag of words").isGreaterThan(0.3);
    }

    private static Model base(long seed) {
        var net = sequential(flatten(), dense(32).relu(), dense(5));
        net.train(digits().ofClass(5, 6, 7, 8, 9)).seed(seed).epochs(15).quiet().fit();
        return net;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void d28AFrozenBaseWithANewHeadLearnsFromFewExamplesAndIsTunedWithATenthOfTheRate(long seed) {
        var parts = digits().ofClass(0, 1, 2, 3, 4).split(0.12, seed);
        var base = base(seed);
        var before = base.weight("dense1.weight").toFloatArray();
        var moved = sequential(base.without(1).frozen(), dense(5).named("head"));
        moved.train(parts.train())
                .optimizer(adam(0.01))
                .seed(seed)
                .epochs(30)
                .quiet()
                .fit();
        assertThat(base.weight("dense1.weight").toFloatArray()).containsExactly(before);
        double accuracy = moved.evaluate(parts.validation()).accuracy();
        assertThat(accuracy).isGreaterThan(0.8);

        moved.unfreeze("*");
        moved.train(parts.train())
                .optimizer(adam(1e-3).rate("head", 1e-2))
                .seed(seed)
                .epochs(5)
                .quiet()
                .fit();
        var after = base.weight("dense1.weight").toFloatArray();
        assertThat(after).isNotEqualTo(before);
        assertThat(moved.evaluate(parts.validation()).accuracy()).isGreaterThan(accuracy - 0.05);
    }

    private static Model embedded(long seed, Dataset data) {
        var embed = sequential(input(1, 8, 8), flatten(), dense(64).relu(), dense(16));
        embed.train(data.pairs(seed))
                .objective(batch -> {
                    var d = distance(embed.apply(batch.x(0)), embed.apply(batch.x(1)));
                    return contrastive(1).of(d, batch.y());
                })
                .optimizer(adam(3e-3))
                .seed(seed)
                .epochs(10)
                .quiet()
                .fit();
        return embed;
    }

    private static Tensor distance(Tensor a, Tensor b) {
        return a.minus(b).square().sum(1).plus(1e-6).sqrt();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void d29ASiameseNetworkTellsWhetherTwoNewImagesAreOfOneClass(long seed) {
        var parts = digits().ofClass(0, 1, 2, 3, 4).split(0.7, seed);
        var embed = embedded(seed, parts.train());
        var pairs = parts.validation().pairs(seed).batch();
        var d = distance(embed.predict(pairs.x(0)), embed.predict(pairs.x(1)));
        var same = pairs.y().reshape(-1).to(float32);
        double near = d.times(same).sum().item() / same.sum().item();
        double far =
                d.times(same.oneMinus()).sum().item() / same.oneMinus().sum().item();
        assertThat(far).isGreaterThan(2 * near);
        var said = d.lt((near + far) / 2).to(float32);
        assertThat((double) said.eq(same).mean().item()).isGreaterThan(0.8);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void d29HardTripletsBringLikeDigitsTogether(long seed) {
        var embed = sequential(input(1, 8, 8), flatten(), dense(32).relu(), dense(8));
        var data = digits().take(600);
        double before = apart(embed, data);
        embed.train(data)
                .loss(tripletHard(0.2))
                .optimizer(adam(3e-3))
                .seed(seed)
                .epochs(8)
                .quiet()
                .fit();
        assertThat(apart(embed, data)).isGreaterThan(1.2 * before);
    }

    /** The mean distance of digits of different classes in parts of that of the same class. */
    private static double apart(Model embed, Dataset data) {
        var code = embed.predict(data);
        var d = cdist(code, code);
        var same = data.y().reshape(-1, 1).eq(data.y().reshape(1, -1)).to(float32);
        double near = d.times(same).sum().item() / same.sum().item();
        double far =
                d.times(same.oneMinus()).sum().item() / same.oneMinus().sum().item();
        return far / near;
    }

    /** Chance gets a fifth of the queries right; the digits 5 to 9 were not in the training. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void d30PrototypesOfOneShotNameQueriesOfUnseenClasses(long seed) {
        var embed = embedded(seed, digits().ofClass(0, 1, 2, 3, 4));
        int right = 0;
        int asked = 0;
        for (var episode : digits().ofClass(5, 6, 7, 8, 9).episodes(5, 1, 15, seed)) {
            var prototypes = embed.predict(episode.support().x());
            var nearest = cdist(embed.predict(episode.query().x()), prototypes).argmin(1);
            right += (int) nearest.eq(episode.query().y()).to(float32).sum().item();
            asked += episode.query().size();
        }
        assertThat(asked).isGreaterThan(5 * 15);
        assertThat((double) right / asked).isGreaterThan(0.3);
    }

    @Test
    void d30AnEpisodeHasAsManyExamplesOfEachClassAsWasSaid() {
        var episode = digits().episodes(5, 2, 3, 1).iterator().next();
        assertThat(episode.support().size()).isEqualTo(10);
        assertThat(episode.query().y().toLongArray()).hasSize(15).containsOnly(0, 1, 2, 3, 4);
    }
}
