package percolate.kernel.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One value in several forms, keyed by MIME type; a front end shows the richest form it knows.
 *
 * <p>Text forms are Strings, binary forms (image/png) are Base64 Strings, application/json is a Map, List, String, Number
 * or Boolean. Metadata is keyed by MIME type too, for example {@code image/png -> {width: 320}} in CSS pixels.
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/messaging.html#display-data">Jupyter: display_data</a>
 */
public record MimeBundle(Map<String, Object> data, Map<String, Object> metadata) {
    public static final String TEXT = "text/plain";
    public static final String HTML = "text/html";
    public static final String PNG = "image/png";

    public MimeBundle {
        data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }

    /** A bundle with one form. */
    public static MimeBundle of(String mimeType, Object content) {
        return new MimeBundle(Map.of(mimeType, content), Map.of());
    }

    /** A bundle with plain text only. */
    public static MimeBundle text(String text) {
        return of(TEXT, text);
    }

    /** This bundle with one more form, or with that form replaced. */
    public MimeBundle with(String mimeType, Object content) {
        var more = new LinkedHashMap<>(data);
        more.put(mimeType, content);
        return new MimeBundle(more, metadata);
    }

    /** This bundle with metadata for one of its forms. */
    public MimeBundle withMetadata(String mimeType, Map<String, Object> values) {
        var more = new LinkedHashMap<>(metadata);
        more.put(mimeType, values);
        return new MimeBundle(data, more);
    }
}
