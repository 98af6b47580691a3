package percolate.kernel.protocol;

import com.google.gson.JsonObject;

/**
 * Clears what a cell has shown.
 *
 * @param whenMoreComes not before something new comes, so that nothing flickers
 */
public record ClearOutput(boolean whenMoreComes) implements Broadcast {
    @Override
    public String type() {
        return "clear_output";
    }

    @Override
    public JsonObject json() {
        var json = new JsonObject();
        json.addProperty("wait", whenMoreComes);
        return json;
    }
}
