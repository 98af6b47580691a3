package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.*;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Generated data gives what rows of the catalogue need; a test begins with the row. */
class CatalogueDataTest {
    @Test
    void a3XorIsLearnedByAHiddenLayerOnly() {
        var line = sequential(input(2), dense(1).sigmoid());
        var net = sequential(input(2), dense(4).tanh(), dense(1).sigmoid());
        assertThat(learned(line, xor(), 0.1, 200)).isLessThan(1);
        assertThat(learned(net, xor(), 0.1, 200)).isEqualTo(1);
    }

    private static double learned(Model net, Dataset data, double rate, int epochs) {
        net.train(data)
                .loss(binaryCrossEntropy())
                .optimizer(adam(rate))
                .epochs(epochs)
                .seed(1)
                .quiet()
                .fit();
        return net.evaluate(data, accuracy()).get("accuracy");
    }

    @Test
    void b1ThePerceptronsRuleEndsOnClouds() {
        var data = gaussians(40, 0.3, 7);
        var w = zeros(3);
        int wrong = 1;
        for (int epoch = 0; epoch < 20 && wrong > 0; epoch++) {
            wrong = 0;
            for (var b : data.batches(1)) {
                var x = ones(1).concat(b.x().flatten(), 0);
                float y = b.y().item() * 2 - 1;
                if (w.times(x).sum().item() * y <= 0) {
                    w = w.plus(x.times(y));
                    wrong++;
                }
            }
        }
        assertThat(wrong).isZero();
    }

    @Test
    void b2WhatALineCannotDivideAHiddenLayerCan() {
        var data = circles(100, 0.05, 1);
        assertThat(learned(sequential(input(2), dense(1).sigmoid()), data, 0.1, 30))
                .isLessThan(0.75);
        assertThat(learned(sequential(input(2), dense(6).tanh(), dense(1).sigmoid()), data, 0.1, 60))
                .isGreaterThan(0.97);
    }

    @Test
    void b3SpiralsAskForMoreThanHalfPlanes() {
        var data = spirals(200, 0.01, 2);
        assertThat(learned(sequential(input(2), dense(1).sigmoid()), data, 0.1, 10))
                .isLessThan(0.8);
        var net = sequential(input(2), dense(32).relu(), dense(32).relu(), dense(2));
        net.train(data).optimizer(adam(0.02)).epochs(120).seed(1).quiet().fit();
        assertThat(net.evaluate(data, accuracy()).get("accuracy")).isGreaterThan(0.9);
    }

    @Test
    void c1WhereABallGoesNextTellsItsPastAndNotOnePlace() {
        var data = balls(400, 1).split(0.75, 1);
        var now = data.each(part -> part.mapX(x -> x.slice(1, 5, 6)));
        double blind = error(now);
        double seeing = error(data);
        assertThat(seeing).isLessThan(blind / 3);
    }

    private static double error(Split data) {
        var net = sequential(
                input(data.train().x().shape().dropFirst(1).toArray()),
                flatten(),
                dense(32).tanh(),
                dense(2));
        return net.train(data)
                .loss(mse())
                .optimizer(adam(0.01))
                .epochs(40)
                .seed(1)
                .quiet()
                .fit()
                .history()
                .get(39)
                .validationLoss();
    }

    /** A sum over words cannot tell who is praised; what reads in order can. */
    @Test
    void c2AndC6ReviewsTurnOnTheOrderOfWords() {
        var data = reviews(300, 3).split(0.8, 1);
        int words = data.train().vocabulary().size();
        var bag = sequential(input(TIME).to(int64), embedding(words, 8).padding(0), lambda(t -> t.mean(1)), dense(2));
        var reader = sequential(input(TIME).to(int64), embedding(words, 8), gru(12), dense(2));
        assertThat(read(bag, data)).isLessThan(0.8);
        assertThat(read(reader, data)).isGreaterThan(0.95);
    }

    private static double read(Model net, Split data) {
        return net.train(data)
                .optimizer(adam(0.02))
                .metrics(accuracy())
                .epochs(8)
                .seed(1)
                .quiet()
                .fit()
                .get("val_accuracy");
    }

    @Test
    void c10SoundsAndStrandsGoIntoOneSmallNet() {
        var waves = waves(200, 4);
        var ear = sequential(input(128, 1), conv1d(8, 9).relu(), globalAvgPool1d(), dense(3));
        ear.train(waves).optimizer(adam(0.03)).epochs(15).seed(1).quiet().fit();
        assertThat(ear.evaluate(waves, accuracy()).get("accuracy")).isGreaterThan(0.9);
        var dna = dna(200, 5);
        var eye = sequential(input(40).to(int64), embedding(4, 4), conv1d(12, 6).relu(), globalMaxPool1d(), dense(2));
        eye.train(dna).optimizer(adam(0.02)).epochs(15).seed(1).quiet().fit();
        assertThat(eye.evaluate(dna, accuracy()).get("accuracy")).isGreaterThan(0.9);
    }

    @Test
    void d5ARadiusDividesWhatXAndYDoNot() {
        var data = circles(100, 0.05, 2).mapX(x -> x.norm(1, true));
        assertThat(learned(sequential(input(1), dense(1).sigmoid()), data, 0.1, 80))
                .isGreaterThan(0.97);
    }

    @Test
    void d17AnAutoencoderLearnsFromCorruptedDigits() {
        var data = digits().take(200).asAutoencoder().corrupt(0.3);
        var net = sequential(input(64), dense(24).relu(), dense(64).sigmoid());
        var run = net.train(data)
                .loss(mse())
                .optimizer(adam(0.01))
                .epochs(15)
                .seed(1)
                .quiet()
                .fit();
        assertThat(run.history().get(14).loss()).isLessThan(run.history().get(0).loss() / 2);
    }

    @Test
    void d27BoxesAreWhatAConvolutionalNetGives() {
        var data = shapes(16, 1).boxes(4);
        var net = sequential(
                input(3, 64, 64),
                conv2d(4, 3).same().relu(),
                maxPool2d(4),
                conv2d(8, 3).same().relu(),
                maxPool2d(4),
                conv2d(8, 1));
        assertThat(net.predict(data).shape()).isEqualTo(data.y().shape());
        var run = net.train(data)
                .loss(mse())
                .optimizer(adam(0.01))
                .epochs(4)
                .seed(1)
                .quiet()
                .fit();
        assertThat(run.history().get(3).loss()).isLessThan(run.history().get(0).loss());
    }

    @Test
    void d29AndD30DigitsArePairedAndAskedInEpisodes() {
        var embed = sequential(input(1, 8, 8), flatten(), dense(8));
        var pairs = digits().take(100).pairs(1);
        embed.train(pairs)
                .objective(b -> contrastive(1)
                        .of(embed.apply(b.x(0)).minus(embed.apply(b.x(1))).norm(1), b.y()))
                .optimizer(adam(0.01))
                .epochs(1)
                .seed(1)
                .quiet()
                .fit();
        var episode = digits().episodes(5, 2, 3, 42).iterator().next();
        var prototypes = embed.predict(episode.support().x()).reshape(5, 2, 8).mean(1);
        var logits = cdist(embed.predict(episode.query().x()), prototypes).unaryMinus();
        assertThat(crossEntropy().of(logits, episode.query().y()).item()).isPositive();
    }

    @Test
    void d31MasksAreLearnedPixelByPixel() {
        var data = shapes(24, 2).side(16).masks();
        var net = sequential(
                input(3, 16, 16), conv2d(8, 3).same().relu(), conv2d(4, 3).same());
        var run = net.train(data)
                .metrics(iou())
                .optimizer(adam(0.03))
                .epochs(10)
                .seed(1)
                .quiet()
                .fit();
        assertThat(run.history().get(9).loss()).isLessThan(run.history().get(0).loss() / 2);
    }

    @Test
    void d33APolicyLearnsToBalance() {
        var world = cartPole(1);
        var policy = sequential(input(4), dense(16).tanh(), dense(2));
        seed(3);
        assertThat(choice(policy.predict(world.reset().unsqueeze(0)).softmax(-1))
                        .toInt())
                .isBetween(0, 1);
        assertThat(policy.predict(world.step(1).state().unsqueeze(0)).shape()).isEqualTo(Shape.of(1, 2));
    }

    @Test
    void e12TheRecipeSplitsSubtractsAndAugments() {
        var data = shapes(40, 3).side(16).split(0.75, 42);
        var clean = data.subtractMean().augment(flip(), pad(2), crop(16));
        assertThat(clean.train().still().x().mean(0).isClose(0, 1e-5)).isTrue();
        var net = sequential(
                input(3, 16, 16), flatten(), dense(50).relu().init(normal(0, 0.001)), dense(3).init(normal(0, 0.001)));
        var run = net.train(clean)
                .optimizer(sgd(0.1).momentum(0.9))
                .epochs(3)
                .seed(1)
                .quiet()
                .fit();
        assertThat(run.history()).allMatch(e -> Double.isFinite(e.validationLoss()));
    }

    @Test
    void e14AnEnsembleAnswersForMoons() {
        var data = moons(80, 0.2, 1);
        var nets = IntStream.range(0, 3)
                .mapToObj(i -> {
                    var net = sequential(input(2), dense(8).relu(), dense(1).sigmoid());
                    net.train(data)
                            .optimizer(adam(0.03))
                            .epochs(20)
                            .seed(i)
                            .quiet()
                            .fit();
                    return net;
                })
                .toList();
        var mean = stack(nets.stream().map(n -> n.predict(data)).toList()).mean(0);
        var right = mean.squeeze(1).gt(0.5).to(int64).eq(data.y()).to(float32).mean();
        assertThat(right.item()).isGreaterThan(0.85f);
    }

    /** Windows over a series are what a time-delay network sees. */
    @Test
    void e16ATimeDelayNetworkForetellsASine() {
        var wave = arange(200).times(0.3).sin().reshape(200, 1);
        var data = dataset(wave).window(4, 1);
        var net = sequential(input(4, 1), flatten(), dense(1));
        var run = net.train(data)
                .loss(mse())
                .optimizer(adam(0.05))
                .epochs(60)
                .seed(1)
                .quiet()
                .fit();
        assertThat(run.history().get(59).loss()).isLessThan(1e-3);
    }

    @Test
    void e22ACaptionerSeesAnImageAndSaysWords() {
        var data = shapes(12, 1).side(16).captions();
        var v = data.vocabulary();
        var image = input(3, 16, 16);
        var words = input(TIME).to(int64);
        var seen = image.then(conv2d(8, 3).stride(2).relu())
                .then(globalAvgPool2d())
                .then(dense(16).tanh());
        var said = words.then(embedding(v.size(), 8))
                .then(gru(16).returnSequences(), seen)
                .then(dense(v.size()));
        var net = model(List.of(image, words), said);
        var run =
                net.train(data).optimizer(adam(0.02)).epochs(8).seed(1).quiet().fit();
        assertThat(run.history().get(7).loss()).isLessThan(run.history().get(0).loss());
        var best = beamSearch(p -> net.predict(data.take(1).x(), p), v.bos(), v.eos(), 2, 6);
        assertThat(v.decode(best.get(0))).isNotEmpty();
    }
}
