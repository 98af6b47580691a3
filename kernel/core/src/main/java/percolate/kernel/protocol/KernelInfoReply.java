package percolate.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import percolate.kernel.language.LanguageInfo;

/** Who the kernel is and what it can do. */
public record KernelInfoReply(String implementationVersion, LanguageInfo language) implements Reply {
    @Override
    public String type() {
        return "kernel_info_reply";
    }

    @Override
    public JsonObject json() {
        var json = Reply.ok();
        json.addProperty("protocol_version", Header.PROTOCOL_VERSION);
        json.addProperty("implementation", "percolate");
        json.addProperty("implementation_version", implementationVersion);
        json.add("language_info", languageInfo());
        json.addProperty(
                "banner", "Percolate " + implementationVersion + ", " + language.name() + " " + language.version());
        json.addProperty("debugger", false);
        json.add("help_links", helpLinks());
        json.add("supported_features", features());
        return json;
    }

    /** The shells that a front end may create besides the main one; there is no debugger. */
    private static JsonArray features() {
        var features = new JsonArray();
        features.add("kernel subshells");
        return features;
    }

    private JsonArray helpLinks() {
        var links = new JsonArray();
        language.helpLinks().forEach((text, url) -> {
            var link = new JsonObject();
            link.addProperty("text", text);
            link.addProperty("url", url);
            links.add(link);
        });
        return links;
    }

    private JsonObject languageInfo() {
        var json = new JsonObject();
        json.addProperty("name", language.name());
        json.addProperty("version", language.version());
        json.addProperty("mimetype", language.mimeType());
        json.addProperty("file_extension", language.fileExtension());
        json.addProperty("pygments_lexer", language.pygmentsLexer());
        json.addProperty("codemirror_mode", language.codeMirrorMode());
        json.addProperty("nbconvert_exporter", "script");
        return json;
    }
}
