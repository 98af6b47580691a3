package percolate.kernel.protocol;

import com.google.gson.JsonObject;

/**
 * Says that a cell did not run because one before it failed. It carries no count: a front end would show it as that of a
 * cell that ran.
 */
public record AbortedReply() implements Reply {
    @Override
    public String type() {
        return "execute_reply";
    }

    @Override
    public JsonObject json() {
        return Reply.withStatus("aborted");
    }
}
