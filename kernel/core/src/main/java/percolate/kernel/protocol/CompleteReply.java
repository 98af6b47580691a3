package percolate.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import percolate.kernel.language.Completion.Candidate;

/**
 * What could stand between two cursor positions.
 *
 * @param start in Unicode code points
 * @param end in Unicode code points
 */
public record CompleteReply(List<Candidate> candidates, int start, int end) implements Reply {
    public CompleteReply {
        candidates = List.copyOf(candidates);
    }

    @Override
    public String type() {
        return "complete_reply";
    }

    @Override
    public JsonObject json() {
        var matches = new JsonArray();
        var types = new JsonArray();
        for (var candidate : candidates) {
            matches.add(candidate.text());
            types.add(typed(candidate));
        }
        var metadata = new JsonObject();
        metadata.add("_jupyter_types_experimental", types);
        var json = Reply.ok();
        json.add("matches", matches);
        json.addProperty("cursor_start", start);
        json.addProperty("cursor_end", end);
        json.add("metadata", metadata);
        return json;
    }

    private JsonObject typed(Candidate candidate) {
        var json = new JsonObject();
        json.addProperty("text", candidate.text());
        json.addProperty("type", candidate.type());
        json.addProperty("signature", candidate.signature());
        json.addProperty("start", start);
        json.addProperty("end", end);
        return json;
    }
}
