package percolate.kernel.protocol;

import com.google.gson.JsonObject;

/** Says that the kernel ends now. */
public record ShutdownReply(boolean restart) implements Reply {
    @Override
    public String type() {
        return "shutdown_reply";
    }

    @Override
    public JsonObject json() {
        var json = Reply.ok();
        json.addProperty("restart", restart);
        return json;
    }
}
