package percolate.kernel.protocol;

import com.google.gson.JsonObject;

/** Shows something else where {@link DisplayData} with the same id was shown. */
public record UpdateDisplayData(String displayId, JsonObject data, JsonObject metadata) implements Broadcast {
    @Override
    public String type() {
        return "update_display_data";
    }

    @Override
    public JsonObject json() {
        return new DisplayData(displayId, data, metadata).json();
    }
}
