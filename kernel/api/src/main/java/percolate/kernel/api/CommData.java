package percolate.kernel.api;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What one message of a {@link Comm} carries.
 *
 * @param data as for {@code application/json}: maps, lists, texts, numbers, truth values and null
 * @param metadata what is said about the message, in the same kinds of values
 * @param buffers binary parts, not copied: leave them as they are once sent
 */
public record CommData(Map<String, Object> data, Map<String, Object> metadata, List<byte[]> buffers) {
    public CommData {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
        buffers = List.copyOf(buffers);
    }

    /** Data with binary parts. */
    public static CommData of(Map<String, ?> data, byte[]... buffers) {
        return new CommData(new LinkedHashMap<>(data), Map.of(), Arrays.asList(buffers));
    }

    /** This message with metadata, for example the version of a widget's own protocol. */
    public CommData withMetadata(Map<String, ?> values) {
        return new CommData(data, new LinkedHashMap<>(values), buffers);
    }
}
