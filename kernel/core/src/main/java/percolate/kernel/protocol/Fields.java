package percolate.kernel.protocol;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The fields of one JSON object, read with the type that the protocol gives them.
 *
 * @param place what the object is, as errors name it
 */
record Fields(String place, JsonObject json) {
    String text(String name) {
        return need(name, "a text", Fields::isText, JsonElement::getAsString);
    }

    String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    int integer(String name) {
        return need(name, "a whole number", Fields::isInteger, JsonElement::getAsInt);
    }

    int integer(String name, int otherwise) {
        return has(name) ? integer(name) : otherwise;
    }

    boolean flag(String name, boolean otherwise) {
        return has(name) ? need(name, "true or false", Fields::isFlag, JsonElement::getAsBoolean) : otherwise;
    }

    JsonObject object(String name) {
        return has(name)
                ? need(name, "an object", JsonElement::isJsonObject, JsonElement::getAsJsonObject)
                : new JsonObject();
    }

    private boolean has(String name) {
        return json.has(name) && !json.get(name).isJsonNull();
    }

    private <T> T need(String name, String expected, Predicate<JsonElement> fits, Function<JsonElement, T> read) {
        var found = json.get(name);
        if (found == null || !fits.test(found)) {
            throw new ProtocolException(place + ": " + name + ": expected " + expected + ", got "
                    + (found == null ? "no such field" : shorten(found.toString())));
        }
        return read.apply(found);
    }

    private static String shorten(String text) {
        return text.length() <= 80 ? text : text.substring(0, 80) + "…";
    }

    private static boolean isText(JsonElement element) {
        return element.isJsonPrimitive() && element.getAsJsonPrimitive().isString();
    }

    private static boolean isFlag(JsonElement element) {
        return element.isJsonPrimitive() && element.getAsJsonPrimitive().isBoolean();
    }

    private static boolean isInteger(JsonElement element) {
        return element.isJsonPrimitive()
                && element.getAsJsonPrimitive().isNumber()
                && element.getAsDouble() == element.getAsInt();
    }
}
