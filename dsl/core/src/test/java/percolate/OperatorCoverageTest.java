package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.*;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.provider.Arguments;
import percolate.engine.Loaded;
import percolate.program.GradientProgram;
import percolate.program.Scoring;

/** Every operator that a description can put into a program is run: those that the sources name are those that ran. */
@Isolated
class OperatorCoverageTest {
    private static final List<String> WRITERS = List.of("model", "program", "loss", "metric", "optimizer");
    private static final Pattern TEXT = Pattern.compile("\"(?:\\\\.|[^\"\\\\\n])*\"");

    @Test
    void eachOperatorOfTheSourcesIsRun() {
        var named = new TreeSet<String>();
        WRITERS.forEach(writer -> named.addAll(named(Path.of("src/main/java/percolate", writer))));
        assertThat(named).as("the sources are where this test looks").hasSizeGreaterThan(100);
        assertThat(Loaded.during(OperatorCoverageTest::everything)).containsAll(named);
    }

    private static Set<String> named(Path folder) {
        try (var files = Files.list(folder)) {
            return files.flatMap(file -> Loaded.operators(literals(file)).stream())
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String literals(Path file) {
        try {
            return TEXT.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group())
                    .collect(Collectors.joining("\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void everything() {
        TwoWaysTest.layers().forEach(OperatorCoverageTest::layer);
        TwoWaysTest.optimizers().forEach(OperatorCoverageTest::optimizer);
        losses();
        metrics();
        rhythms();
        GradientProgram.load(
                sequential(input(4), dense(2)).graph(), mse(), new Scoring(Shape.of(2), Shape.of(2), float32));
    }

    private static void layer(Arguments of) {
        var layer = (Layer) of.get()[0];
        var input = (Shape) of.get()[1];
        TwoWaysTest.results(layer, input, false);
        var net = sequential(input(input.toArray()), layer);
        net.activations(TwoWaysTest.examples(layer, input, 2));
    }

    private static void optimizer(Arguments of) {
        var net = sequential(input(4), dense(6).tanh().l1(0.1), dense(3).named("dense2"));
        net.train(dataset(randn(6, 4), randn(6, 3)))
                .optimizer((Optimizer) of.get()[0])
                .epochs(1)
                .quiet()
                .fit();
    }

    private static void rhythms() {
        var net = sequential(input(4), dense(6).tanh(), dropout(0.5), dense(3));
        var training = net.train(dataset(randn(6, 4), randn(6, 3)))
                .batch(2)
                .epochs(1)
                .schedule(cosine())
                .quiet();
        training.accumulate(2).fit();
        training.accumulate(2).loss((p, y) -> p.minus(y).square().mean()).fit();
        sequential(input(TIME, 3), lstm(4).returnSequences().stateful(), dense(2))
                .train(dataset(randn(4, 6, 3), randn(4, 6, 2)))
                .bptt(4)
                .epochs(1)
                .quiet()
                .fit();
    }

    private static void losses() {
        try {
            TwoWaysTest.losses().forEach(file -> TwoWaysTest.trained(Fixture.read("oracle", file)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        crossEntropy().none().of(randn(4, 3), randint(0, 3, 4));
        crossEntropy().none().of(randn(4, 5, 3), randint(0, 3, 4, 5));
        negativeSampling(2).of(randn(4, 5), randint(0, 5, 4));
    }

    private static void metrics() {
        var classes = sequential(input(4), dense(3).softmax());
        var data = dataset(randn(6, 4), randint(0, 3, 6));
        classes.evaluate(
                data,
                accuracy(),
                zeroOne(),
                topK(2),
                precision(),
                recall(),
                f1(),
                iou(),
                confusionMatrix(),
                perplexity());
        var sides = sequential(input(4), dense(1).sigmoid());
        sides.evaluate(
                dataset(randn(6, 4), tensor(0, 1, 0, 1, 1, 0).reshape(6, 1)), accuracy(), auc(), precision(), iou());
        sequential(input(4), dense(2))
                .evaluate(dataset(randn(6, 4), tensor(0, 1, 0, 1, 1, 0).to(int64)), auc());
        sequential(input(4), dense(2)).evaluate(dataset(randn(6, 4), randn(6, 2)), r2(), mae(), mse());
    }
}
