package percolate;

import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.*;

import org.junit.jupiter.api.Test;

/** Each layer, given one thing it cannot take: where, expected, got, remedy. */
class LayerMistakesTest {
    @Test
    void convolutionsWantImagesVolumesAndSequences() {
        assertOneSentence(() -> sequential(input(8), conv1d(4, 3)), "layer 1 conv1d(4, 3): ", "[batch, 8]", "reshape(");
        assertOneSentence(
                () -> sequential(input(1, 8, 8), conv3d(4, 3)), "conv3d(4, 3): ", "depth", "[batch, 1, 8, 8]");
        assertOneSentence(() -> sequential(input(64), convTranspose2d(4, 2)), "convTranspose2d(4, 2): ", "(1, 8, 8)");
        assertOneSentence(() -> sequential(input(64), depthwiseConv2d(3)), "depthwiseConv2d(3): ", "(1, 8, 8)");
        assertOneSentence(() -> sequential(input(64), separableConv2d(4, 3)), "separableConv2d(4, 3): ", "(1, 8, 8)");
        assertOneSentence(
                () -> sequential(input(64), locallyConnected2d(4, 3)), "locallyConnected2d(4, 3)", "(1, 8, 8)");
        assertOneSentence(() -> sequential(input(4, 2), conv1d(4, 5)), "window of 5", "time of 4", "padding");
        assertOneSentence(() -> sequential(input(1, 4, 4), conv2d(1, 3).dilation(2)), "window of 5", "height of 4");
        assertOneSentence(
                () -> sequential(input(1, 1, 1), convTranspose2d(1, 2).padding(1)), "become 0", "less padding");
    }

    @Test
    void groupsDivideChannelsAndFilters() {
        assertOneSentence(() -> conv2d(5, 3).groups(2), "conv2d: ", "2 groups", "5 filters", "multiple of 2");
        assertOneSentence(() -> sequential(input(3, 8, 8), conv2d(4, 3).groups(2)), "2 groups", "[batch, 3, 8, 8]");
        assertOneSentence(
                () -> sequential(input(3, 8, 8), groupNorm(2)), "groupNorm(2): ", "2 groups", "[batch, 3, 8, 8]");
    }

    @Test
    void optionsHaveTheirRanges() {
        assertOneSentence(() -> conv1d(4, 2).same(), "conv1d.same: ", "odd", "2", "padding(…)");
        assertOneSentence(() -> conv2d(4, 3).dilation(0), "conv2d: ", "dilation", "got 0");
        assertOneSentence(() -> depthwiseConv2d(3).multiplier(0), "depthwiseConv2d: ", "multiplier");
        assertOneSentence(() -> convTranspose2d(1, 2).stride(2).outputPadding(2), "outputPadding", "stride of 2");
        assertOneSentence(() -> avgPool2d(2).withIndices(), "avgPool2d.withIndices: ", "maxPool2d");
        assertOneSentence(() -> maxPool1d(0), "maxPool1d: ", "size");
        assertOneSentence(() -> upsample2d(0), "upsample2d: ", "factor");
        assertOneSentence(() -> permute(0, 2), "permute: ", "[0, 2]");
        assertOneSentence(() -> permute(), "permute: ", "[]");
        assertOneSentence(() -> repeatVector(0), "repeatVector: ", "count");
        assertOneSentence(() -> spatialDropout(1), "spatialDropout: ", "dropped", "1.0");
        assertOneSentence(() -> batchNorm().momentum(2), "batchNorm: ", "momentum", "2.0");
        assertOneSentence(() -> layerNorm().eps(0), "layerNorm: ", "eps", "0.0");
        assertOneSentence(() -> localResponseNorm().k(0), "localResponseNorm: ", "k above 0");
        assertOneSentence(() -> embedding(3, 2).padding(3), "embedding: ", "0 to 2", "got 3");
        assertOneSentence(() -> embedding(3, 2).withBias(true), "embedding.withBias: ", "dense(…)");
        assertOneSentence(() -> embedding(3, 2).bias(zeros(2)), "embedding.withBias: ", "no bias");
        assertOneSentence(() -> prelu().bias(zeros(1)), "prelu.withBias: ", "no bias");
        assertOneSentence(() -> gru(0), "gru: ", "units");
        assertOneSentence(() -> lstm(3).layers(0), "lstm: ", "layers");
        assertOneSentence(() -> simpleRnn(3).prelu(), "simpleRnn.prelu: ", "leakyRelu");
        assertOneSentence(() -> bidirectional(gru(3).reverse()), "bidirectional: ", "forward", "gru(3).reverse()");
        assertOneSentence(() -> bidirectional(gru(3).relu()), "bidirectional: ", "behind it", "gru(3).relu()");
    }

    @Test
    void shapesThatDoNotFitNameTheRemedy() {
        assertOneSentence(() -> sequential(input(8), maxPool1d(2)), "maxPool1d(2): ", "[batch, 8]", "reshape(time, 1)");
        assertOneSentence(() -> sequential(input(8), globalMaxPool2d()), "globalMaxPool2d(): ", "[batch, 8]");
        assertOneSentence(() -> sequential(input(8), globalAvgPool1d()), "globalAvgPool1d(): ", "[batch, 8]");
        assertOneSentence(() -> sequential(input(8), upsample2d(2)), "upsample2d(2): ", "[batch, 8]");
        assertOneSentence(() -> sequential(input(8), permute(1, 0)), "permute(1, 0): ", "2 axes", "[batch, 8]");
        assertOneSentence(() -> sequential(input(3, 8), repeatVector(2)), "repeatVector(2): ", "flatten()");
        assertOneSentence(() -> sequential(input(8), spatialDropout(0.5)), "spatialDropout(0.5): ", "dropout(p)");
        assertOneSentence(() -> sequential(input(TIME), batchNorm()), "batchNorm(): ", "[batch, time]");
        assertOneSentence(() -> sequential(input(TIME), layerNorm()), "layerNorm(): ", "[batch, time]");
        assertOneSentence(() -> sequential(input(8), groupNorm(2)), "groupNorm(2): ", "[batch, 8]");
        assertOneSentence(() -> sequential(input(8), localResponseNorm()), "localResponseNorm(): ", "[batch, 8]");
        assertOneSentence(() -> sequential(input(8), positionalEncoding()), "positionalEncoding(): ", "embedding(");
        assertOneSentence(() -> sequential(input(8), gru(3)), "gru(3): ", "[batch, 8]", "embedding(");
        assertOneSentence(() -> sequential(input(8), minimalGru(3)), "minimalGru(3): ", "[batch, 8]");
        assertOneSentence(() -> sequential(input(8), simpleRnn(3)), "simpleRnn(3): ", "[batch, 8]");
        assertOneSentence(() -> sequential(input(8), bidirectional(lstm(3))), "bidirectional(lstm(3)): ", "[batch, 8]");
    }

    @Test
    void aSequenceShorterThanTheWindowIsRefusedWithTheData() {
        var net = sequential(input(TIME, 2), conv1d(4, 3), globalMaxPool1d());
        assertOneSentence(() -> net.predict(zeros(1, 2, 2)), "layer 1 conv1d(4, 3): ", "time of 2", "smaller window");
    }

    @Test
    void givenWeightsHaveTheShapeOfTheLayer() {
        assertOneSentence(
                () -> sequential(input(3), dense(2).weight(ones(2, 3))),
                "layer 1 dense(2).weight(tensor[2, 3]): expected weight of shape [3, 2], got [2, 3]",
                "reshape it");
        assertOneSentence(() -> sequential(input(3), dense(2).bias(ones(3))), "bias of shape [2], got [3]");
        assertOneSentence(() -> sequential(input(TIME, 3), lstm(2).recurrent(ones(2, 2))), "recurrent of shape [2, 8]");
        assertOneSentence(() -> dense(2).weight(full(Double.NaN, 3, 2)), "dense.weight: ", "finite", "NaN");
    }
}
