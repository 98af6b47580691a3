package percolate.kernel.protocol;

import com.google.gson.JsonObject;

/** Tells every front end that the kernel ends, since only one of them asked for it. */
public record ShutdownNotice(boolean restart) implements Broadcast {
    @Override
    public String type() {
        return "shutdown_reply";
    }

    @Override
    public JsonObject json() {
        return new ShutdownReply(restart).json();
    }
}
