package percolate.model;

import java.util.Map;
import java.util.function.Function;
import percolate.Layer;

/** Layers by kind, to read them back from a file. */
public final class Kinds {
    private static final Map<String, Function<Attributes, Layer>> READERS = Map.ofEntries(
            Map.entry("dense", Dense::new),
            Map.entry("conv2d", Conv2d::new),
            Map.entry("maxPool2d", Pool2d::new),
            Map.entry("avgPool2d", Pool2d::new),
            Map.entry("globalAvgPool2d", GlobalAvgPool2d::new),
            Map.entry("flatten", Flatten::new),
            Map.entry("reshape", Reshape::new),
            Map.entry("dropout", Dropout::new),
            Map.entry("embedding", Embedding::new),
            Map.entry("identity", Identity::new),
            Map.entry("repeatVector", RepeatVector::new),
            Map.entry("concat", Merge::new),
            Map.entry("add", Merge::new),
            Map.entry("multiply", Merge::new),
            Map.entry("lstm", Lstm::new));

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
        throw new IllegalArgumentException(
                "there is no layer \"" + attributes.kind() + "\" in this version of Percolate");
    }
}
