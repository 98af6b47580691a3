package percolate.kernel.protocol;

import com.google.gson.JsonObject;

/** Tells a front end that its subscription to iopub works, so that nothing it asks from now on is missed. */
public record IopubWelcome(String subscription) implements Broadcast {
    @Override
    public String type() {
        return "iopub_welcome";
    }

    @Override
    public JsonObject json() {
        var json = new JsonObject();
        json.addProperty("subscription", subscription);
        return json;
    }
}
