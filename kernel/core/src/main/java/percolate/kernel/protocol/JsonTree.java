package percolate.kernel.protocol;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Plain Java values as JSON, and back. */
public final class JsonTree {
    private JsonTree() {}

    /** Maps, iterables, texts, numbers and truth values; anything else becomes its text, and NaN or infinity null. */
    public static JsonElement of(Object value) {
        if (value == null || notFinite(value)) {
            return JsonNull.INSTANCE;
        } else if (value instanceof JsonElement element) {
            return element;
        } else if (value instanceof Map<?, ?> map) {
            return object(map);
        } else if (value instanceof Iterable<?> values) {
            return array(values);
        } else if (value instanceof Number number) {
            return new JsonPrimitive(number);
        } else if (value instanceof Boolean flag) {
            return new JsonPrimitive(flag);
        }
        return new JsonPrimitive(String.valueOf(value));
    }

    /** A map as a JSON object, its keys as their texts. */
    public static JsonObject object(Map<?, ?> map) {
        var json = new JsonObject();
        map.forEach((key, value) -> json.add(String.valueOf(key), of(value)));
        return json;
    }

    private static boolean notFinite(Object value) {
        return value instanceof Double d ? !Double.isFinite(d) : value instanceof Float f && !Float.isFinite(f);
    }

    private static JsonArray array(Iterable<?> values) {
        var json = new JsonArray();
        values.forEach(value -> json.add(of(value)));
        return json;
    }

    /** JSON as maps, lists, texts, numbers (Long where they are whole, else Double) and truth values; null stays null. */
    public static Object value(JsonElement json) {
        if (json.isJsonNull()) {
            return null;
        } else if (json instanceof JsonObject object) {
            return values(object);
        } else if (json instanceof JsonArray array) {
            return values(array);
        }
        var primitive = json.getAsJsonPrimitive();
        if (primitive.isNumber()) {
            return number(primitive.getAsString());
        }
        return primitive.isBoolean() ? (Object) primitive.getAsBoolean() : primitive.getAsString();
    }

    /** A JSON object as a map that keeps its order. */
    public static Map<String, Object> values(JsonObject json) {
        var map = new LinkedHashMap<String, Object>();
        json.entrySet().forEach(entry -> map.put(entry.getKey(), value(entry.getValue())));
        return Collections.unmodifiableMap(map);
    }

    private static List<Object> values(JsonArray json) {
        var list = new ArrayList<Object>();
        json.forEach(element -> list.add(value(element)));
        return Collections.unmodifiableList(list);
    }

    private static Object number(String text) {
        try {
            return text.matches("-?[0-9]+") ? (Object) Long.parseLong(text) : Double.parseDouble(text);
        } catch (NumberFormatException e) { // too long for a long
            return Double.parseDouble(text);
        }
    }
}
