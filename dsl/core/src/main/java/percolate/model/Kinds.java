package percolate.model;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import percolate.Layer;
import percolate.Percolate;

/** Layers by kind, to read them back from a file. */
public final class Kinds {
    private static final Map<String, Function<Attributes, Layer>> READERS = Map.ofEntries(
            Map.entry("dense", Dense::new),
            Map.entry("conv1d", Conv1d::new),
            Map.entry("conv2d", Conv2d::new),
            Map.entry("conv3d", Conv3d::new),
            Map.entry("convTranspose2d", ConvTranspose2d::new),
            Map.entry("depthwiseConv2d", DepthwiseConv2d::new),
            Map.entry("separableConv2d", SeparableConv2d::new),
            Map.entry("locallyConnected2d", LocallyConnected2d::new),
            Map.entry("maxPool1d", Pool1d::new),
            Map.entry("avgPool1d", Pool1d::new),
            Map.entry("maxPool2d", Pool2d::new),
            Map.entry("avgPool2d", Pool2d::new),
            Map.entry("globalAvgPool1d", GlobalPool::new),
            Map.entry("globalMaxPool1d", GlobalPool::new),
            Map.entry("globalAvgPool2d", GlobalPool::new),
            Map.entry("globalMaxPool2d", GlobalPool::new),
            Map.entry("upsample2d", Upsample2d::new),
            Map.entry("flatten", Flatten::new),
            Map.entry("reshape", Reshape::new),
            Map.entry("permute", Permute::new),
            Map.entry("repeatVector", RepeatVector::new),
            Map.entry("dropout", Dropout::new),
            Map.entry("spatialDropout", SpatialDropout::new),
            Map.entry("batchNorm", BatchNorm::new),
            Map.entry("layerNorm", LayerNorm::new),
            Map.entry("groupNorm", GroupNorm::new),
            Map.entry("localResponseNorm", LocalResponseNorm::new),
            Map.entry("embedding", Embedding::new),
            Map.entry("dotAttention", DotAttention::new),
            Map.entry("additiveAttention", AdditiveAttention::new),
            Map.entry("multiHeadAttention", MultiHeadAttention::new),
            Map.entry("unpool2d", Unpool2d::new),
            Map.entry("eachStep", Steps::new),
            Map.entry("allSteps", Steps::new),
            Map.entry("positionalEncoding", PositionalEncoding::new),
            Map.entry("simpleRnn", SimpleRnn::new),
            Map.entry("lstm", Lstm::new),
            Map.entry("gru", Gru::new),
            Map.entry("minimalGru", MinimalGru::new),
            Map.entry("bidirectional", Bidirectional::new),
            Map.entry("transformerEncoder", TransformerEncoder::new),
            Map.entry("transformerDecoder", TransformerDecoder::new),
            Map.entry("prelu", Prelu::new),
            Map.entry("identity", Identity::new),
            Map.entry("concat", Merge::new),
            Map.entry("add", Merge::new),
            Map.entry("multiply", Merge::new));

    private static final Map<String, Function<List<Layer>, Part<?>>> GROUPS = Map.of(
            "residual",
            Residual::new,
            "timeDistributed",
            TimeDistributed::new,
            "concat",
            layers -> Branches.of("concat", layers),
            "add",
            layers -> Branches.of("add", layers),
            "multiply",
            layers -> Branches.of("multiply", layers),
            "sequential",
            Percolate::sequential);

    private Kinds() {}

    /** The layer that has these attributes. */
    public static Layer layer(Attributes attributes) {
        var reader = READERS.get(attributes.kind());
        if (reader != null) {
            return reader.apply(attributes);
        }
        if (Activation.exists(attributes.kind())) {
            return new Activated(attributes);
        }
        throw unknown(attributes);
    }

    /** The layer that has these attributes and holds these others. */
    public static Layer group(Attributes attributes, List<Layer> layers) {
        var reader = GROUPS.get(attributes.kind());
        if (reader == null) {
            throw unknown(attributes);
        }
        var group = reader.apply(layers);
        return group.with(group.attributes().with(attributes.values()));
    }

    private static IllegalArgumentException unknown(Attributes attributes) {
        return new IllegalArgumentException(
                "there is no layer \"" + attributes.kind() + "\" in this version of Percolate");
    }
}
