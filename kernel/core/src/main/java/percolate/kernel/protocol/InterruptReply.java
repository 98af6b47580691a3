package percolate.kernel.protocol;

import com.google.gson.JsonObject;

/** Says that the running cell, if any, was told to stop. */
public record InterruptReply() implements Reply {
    @Override
    public String type() {
        return "interrupt_reply";
    }

    @Override
    public JsonObject json() {
        return Reply.ok();
    }
}
