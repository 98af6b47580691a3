package percolate.kernel.protocol;

import com.google.gson.JsonObject;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The open comms.
 *
 * @param targets the name of each comm's target, by the comm's id
 */
public record CommInfoReply(Map<String, String> targets) implements Reply {
    public CommInfoReply {
        targets = Collections.unmodifiableMap(new LinkedHashMap<>(targets));
    }

    @Override
    public String type() {
        return "comm_info_reply";
    }

    @Override
    public JsonObject json() {
        var comms = new JsonObject();
        targets.forEach((id, target) -> {
            var comm = new JsonObject();
            comm.addProperty("target_name", target);
            comms.add(id, comm);
        });
        var json = Reply.ok();
        json.add("comms", comms);
        return json;
    }
}
