package percolate;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The published networks have the published numbers of parameters and sizes, and are networks like any other. */
class ArchitectureTest {
    static Stream<Arguments> published() {
        return Stream.of(
                Arguments.of("alexNet", alexNet(), 60_965_224L),
                Arguments.of("zfNet", zfNet(), 62_357_608L),
                Arguments.of("vgg16", vgg16(), 138_357_544L),
                Arguments.of("vgg19", vgg19(), 143_667_240L),
                Arguments.of("googLeNet", googLeNet(), 6_998_552L),
                Arguments.of("uNet", uNet(), 31_030_658L),
                Arguments.of("segNet", segNet(), 29_449_355L),
                Arguments.of("resNet18", resNet18(), 11_689_512L),
                Arguments.of("resNet50", resNet50(), 25_557_032L),
                Arguments.of("resNet152", resNet152(), 60_192_808L));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void d26CountsAreThePublishedOnesAndNeedNoWeights(String name, Model net, long parameters) {
        seed(7);
        var drawn = randn(5);
        seed(7);
        assertThat(net.parameterCount()).isEqualTo(parameters);
        var text = net.summary().toString();
        assertThat(text).contains(String.format(Locale.ROOT, "%,d parameters", parameters));
        assertThat(randn(5).isClose(drawn, 0))
                .as("weights draw from the same stream")
                .isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("published")
    void theTableTellsTheSameCounts(String name, Model net, long parameters) {
        var table = architectures();
        int row = table.stringColumn("name").asList().indexOf(name);
        assertThat(table.longColumn("parameters").getLong(row)).isEqualTo(parameters);
        assertThat(table.intColumn("year").getInt(row)).isBetween(2012, 2015);
        assertThat(table.stringColumn("source").get(row)).contains("https://");
        assertThat(table.rowCount()).isEqualTo((int) published().count());
    }

    @Test
    void d26GoogLeNetHasAFifthOfItsCountWithoutTheClassifier() {
        assertThat(googLeNet().without(1).parameterCount()).isEqualTo(5_973_552);
    }

    /** The known rebuild with one output channel behind a 3×3 convolution to two: the paper's network and 1,027 more. */
    @Test
    void theUNetThatIsOftenQuotedHasAConvolutionMore() {
        var image = input(1, 256, 256);
        var body = uNet(image, 2).without(1);
        var net =
                sequential(image, body, conv2d(2, 3).same().relu(), conv2d(1, 1).sigmoid());
        assertThat(net.parameterCount()).isEqualTo(31_031_685);
    }

    @Test
    void sidesShrinkAsThePapersSay() {
        assertThat(sides(alexNet(), "conv1", "conv2", "conv3", "conv4", "conv5"))
                .containsExactly(55, 27, 13, 13, 13);
        assertThat(sides(zfNet(), "conv1", "conv2", "conv3", "conv4", "conv5")).containsExactly(110, 26, 13, 13, 13);
        assertThat(sides(vgg19(), "conv1_1", "conv2_1", "conv3_4", "conv4_4", "conv5_4"))
                .containsExactly(224, 112, 56, 28, 14);
        assertThat(sides(googLeNet(), "conv1", "conv2", "inception3a", "inception4e", "inception5b"))
                .containsExactly(112, 56, 28, 14, 7);
        assertThat(sides(resNet152(), "conv1", "conv2_3", "conv3_8", "conv4_36", "conv5_3"))
                .containsExactly(112, 56, 28, 14, 7);
    }

    @Test
    void channelsOfTheInceptionModulesAreThePapers() {
        var names = List.of("3a", "3b", "4a", "4b", "4c", "4d", "4e", "5a", "5b");
        assertThat(names.stream().map(n -> output(googLeNet(), "inception" + n).get(0)))
                .containsExactly(256, 480, 512, 512, 512, 528, 832, 832, 1024);
    }

    @Test
    void classifiersGiveALogitForEachClassAndUNetOneForEachPlace() {
        assertThat(alexNet().outputShape()).isEqualTo(Shape.of(1000));
        assertThat(resNet50(input(3, 64, 96), 7).outputShape()).isEqualTo(Shape.of(7));
        assertThat(uNet().outputShape()).isEqualTo(Shape.of(2, 512, 512));
        assertThat(uNet(input(3, 32, 48), 5, 4, 3).outputShape()).isEqualTo(Shape.of(5, 32, 48));
    }

    static Stream<Arguments> small() {
        return Stream.of(
                Arguments.of("alexNet", alexNet(input(3, 67, 67), 4)),
                Arguments.of("zfNet", zfNet(input(1, 64, 64), 4)),
                Arguments.of("vgg16", vgg16(input(3, 32, 32), 4)),
                Arguments.of("vgg19", vgg19(input(1, 32, 32), 4)),
                Arguments.of("googLeNet", googLeNet(input(3, 64, 64), 4)),
                Arguments.of("resNet18", resNet18(input(3, 64, 64), 4)),
                Arguments.of("resNet50", resNet50(input(3, 64, 64), 4)),
                Arguments.of("resNet152", resNet152(input(3, 33, 33), 4)),
                Arguments.of("segNet", segNet(input(1, 32, 64), 4, 16)),
                Arguments.of("uNet", uNet(input(1, 16, 16), 4, 4, 2)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("small")
    void runsForwardAndLearnsOneStep(String name, Model net) {
        var x = randn(net.graph().input().prepend(2).toArray());
        var logits = net.predict(x);
        assertThat(logits.shape()).isEqualTo(net.outputShape().prepend(2));
        assertThat(Arrays.stream(logits.toDoubleArray())).allMatch(Double::isFinite);
        var first = net.graph().weights().get(0);
        var key = first.layer() + "." + first.weight().name();
        var before = net.weight(key).toDoubleArray();
        var y = randint(0, 4, targets(net));
        var run = net.train(dataset(x, y))
                .loss(crossEntropy())
                .optimizer(sgd(0.01))
                .batch(2)
                .epochs(1)
                .quiet()
                .fit();
        assertThat(run.history().get(0).loss()).isFinite();
        assertThat(net.weight(key).toDoubleArray()).isNotEqualTo(before);
    }

    /** [batch], or [batch, h, w]. */
    private static int[] targets(Model net) {
        return net.outputShape().dropFirst(1).prepend(2).toArray();
    }

    @Test
    void imagesThatDoNotFitAreRefusedInWords() {
        assertOneSentence(
                () -> uNet(input(1, 30, 32), 2), "uNet: ", "halved 4 times", "[1, 30, 32]", "multiples of 16");
        assertOneSentence(() -> uNet(input(1, 32, 32), 2, 8, 0), "uNet: ", "levels", "got 8 and 0");
        assertOneSentence(() -> segNet(input(3, 360, 480), 11), "segNet: ", "[3, 360, 480]", "multiples of 32");
        assertOneSentence(() -> segNet(input(3, 32, 32), 11, 0), "segNet: ", "got 0");
        assertOneSentence(() -> vgg16(input(3, 16, 16), 10), "maxPool2d(2)", "does not fit");
        assertOneSentence(() -> resNet18(input(784), 10), "layer 1 conv2d(64, 7)", "[batch, 784]");
    }

    private static List<Integer> sides(Model net, String... names) {
        return Stream.of(names).map(name -> output(net, name).get(1)).toList();
    }

    private static Shape output(Model net, String name) {
        return net.upTo(name).outputShape();
    }
}
