package percolate.kernel.protocol;

import com.google.gson.JsonObject;

/** Asks the user of the front end that runs the cell for a line. */
public record InputRequest(String prompt, boolean password) implements Content {
    @Override
    public String type() {
        return "input_request";
    }

    @Override
    public JsonObject json() {
        var json = new JsonObject();
        json.addProperty("prompt", prompt);
        json.addProperty("password", password);
        return json;
    }
}
