package percolate.kernel.protocol;

import com.google.gson.JsonObject;
import java.util.Locale;
import percolate.kernel.language.Completeness;

/** Whether code can run as it stands. */
public record IsCompleteReply(Completeness completeness) implements Reply {
    @Override
    public String type() {
        return "is_complete_reply";
    }

    @Override
    public JsonObject json() {
        var json = Reply.withStatus(completeness.status().name().toLowerCase(Locale.ROOT));
        if (completeness.status() == Completeness.Status.INCOMPLETE) {
            json.addProperty("indent", completeness.indent());
        }
        return json;
    }
}
