package percolate.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;

/**
 * The answer to what is asked about subshells.
 *
 * @param type of the reply
 * @param id one subshell or several, as the request wants
 */
public record SubshellReply(String type, Optional<JsonElement> id) implements Reply {
    /** The one that was made. */
    public static SubshellReply created(String id) {
        return new SubshellReply("create_subshell_reply", Optional.of(new JsonPrimitive(id)));
    }

    public static SubshellReply deleted() {
        return new SubshellReply("delete_subshell_reply", Optional.empty());
    }

    /** All that there are. */
    public static SubshellReply list(List<String> ids) {
        var all = new JsonArray();
        ids.forEach(all::add);
        return new SubshellReply("list_subshell_reply", Optional.of(all));
    }

    @Override
    public JsonObject json() {
        var json = Reply.ok();
        id.ifPresent(value -> json.add("subshell_id", value));
        return json;
    }
}
