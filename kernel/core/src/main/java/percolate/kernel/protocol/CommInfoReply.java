package percolate.kernel.protocol;

import com.google.gson.JsonObject;

/** The open comms: none, for this kernel opens none. */
public record CommInfoReply() implements Reply {
    @Override
    public String type() {
        return "comm_info_reply";
    }

    @Override
    public JsonObject json() {
        var json = Reply.ok();
        json.add("comms", new JsonObject());
        return json;
    }
}
