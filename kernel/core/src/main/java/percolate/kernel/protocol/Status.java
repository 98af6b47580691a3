package percolate.kernel.protocol;

import com.google.gson.JsonObject;
import java.util.Locale;

/** What the kernel does for a request; busy and idle surround everything a request causes. */
public enum Status implements Broadcast {
    STARTING,
    BUSY,
    IDLE;

    @Override
    public String type() {
        return "status";
    }

    @Override
    public JsonObject json() {
        var json = new JsonObject();
        json.addProperty("execution_state", name().toLowerCase(Locale.ROOT));
        return json;
    }
}
