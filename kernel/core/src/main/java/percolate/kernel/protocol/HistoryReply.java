package percolate.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.List;
import java.util.Optional;

/** Earlier inputs, the oldest first. */
public record HistoryReply(List<Entry> entries, boolean withOutput) implements Reply {
    public HistoryReply {
        entries = List.copyOf(entries);
    }

    /** One cell of an earlier or of this session. */
    public record Entry(int session, int line, String input, Optional<String> output) {}

    @Override
    public String type() {
        return "history_reply";
    }

    @Override
    public JsonObject json() {
        var history = new JsonArray();
        entries.forEach(entry -> history.add(line(entry)));
        var json = Reply.ok();
        json.add("history", history);
        return json;
    }

    private JsonArray line(Entry entry) {
        var line = new JsonArray();
        line.add(entry.session());
        line.add(entry.line());
        if (withOutput) {
            var both = new JsonArray();
            both.add(entry.input());
            both.add(
                    entry.output().isPresent()
                            ? new JsonPrimitive(entry.output().get())
                            : JsonNull.INSTANCE);
            line.add(both);
        } else {
            line.add(entry.input());
        }
        return line;
    }
}
