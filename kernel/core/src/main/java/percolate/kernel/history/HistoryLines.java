package percolate.kernel.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import percolate.kernel.protocol.HistoryReply.Entry;

/** The lines of a history file. What is no such line, as one that a crash has torn, is skipped. */
final class HistoryLines {
    private static final Pattern SESSION = Pattern.compile("(?m)^\\{\"session\": ?([0-9]{1,9})[,}]");
    private static final Pattern BEGINNING = Pattern.compile("\\{\"session\": ?([0-9]{1,9})}\r?");
    private static final int LONGEST_BEGINNING = 30;
    private final List<JsonObject> lines = new ArrayList<>();

    private HistoryLines(String text) {
        text.lines().forEach(this::add);
    }

    static HistoryLines of(String text) {
        return new HistoryLines(text);
    }

    static JsonObject session(int session) {
        var json = new JsonObject();
        json.addProperty("session", session);
        return json;
    }

    static JsonObject input(int session, int line, String text) {
        var json = session(session);
        json.addProperty("line", line);
        json.addProperty("input", text);
        return json;
    }

    static JsonObject output(int session, int line, String text) {
        var json = session(session);
        json.addProperty("line", line);
        json.addProperty("output", text);
        return json;
    }

    private void add(String line) {
        try {
            if (JsonParser.parseString(line) instanceof JsonObject json && isOurs(json)) {
                lines.add(json);
            }
        } catch (JsonParseException e) {
            // Torn.
        }
    }

    private static boolean isOurs(JsonObject json) {
        return isNumber(json.get("session"))
                && (!json.has("line") || isNumber(json.get("line")))
                && Stream.of("input", "output").allMatch(field -> !json.has(field) || isText(json.get(field)));
    }

    private static boolean isNumber(JsonElement json) {
        return json instanceof JsonPrimitive value
                && value.isNumber()
                && value.getAsString().matches("[0-9]{1,9}");
    }

    private static boolean isText(JsonElement json) {
        return json instanceof JsonPrimitive value && value.isString();
    }

    /**
     * The highest number; 0 where there is none. Asked at the start of a session, so nothing is parsed for it: sessions
     * begin one after the other, and the last line that begins one has it.
     */
    static int lastSession(String text) {
        int end = text.length();
        while (end > 0) {
            int start = text.lastIndexOf('\n', end - 1) + 1;
            if (end - start <= LONGEST_BEGINNING) {
                var beginning = BEGINNING.matcher(text).region(start, end);
                if (beginning.matches()) {
                    return Integer.parseInt(beginning.group(1));
                }
            }
            end = start - 1;
        }
        return highest(text);
    }

    /** Where no beginning is left, as after a session that has filled the file. */
    private static int highest(String text) {
        return SESSION.matcher(text)
                .results()
                .mapToInt(found -> Integer.parseInt(found.group(1)))
                .max()
                .orElse(0);
    }

    /** The cells, session by session. */
    List<Entry> entries() {
        var found = new LinkedHashMap<List<Integer>, Entry>();
        for (var json : lines) {
            if (json.has("line")) {
                add(found, json);
            }
        }
        return found.values().stream()
                .sorted((a, b) -> Integer.compare(a.session(), b.session()))
                .toList();
    }

    private static void add(Map<List<Integer>, Entry> found, JsonObject json) {
        var session = json.get("session").getAsInt();
        var line = json.get("line").getAsInt();
        var key = List.of(session, line);
        if (json.has("input")) {
            found.put(key, new Entry(session, line, json.get("input").getAsString(), Optional.empty()));
        } else if (json.has("output")) {
            found.computeIfPresent(
                    key,
                    (same, cell) -> new Entry(
                            session,
                            line,
                            cell.input(),
                            Optional.of(json.get("output").getAsString())));
        }
    }

    /** The newest whole lines that fit, after one that keeps the count of sessions. */
    static String newest(String text, long bytes) {
        var kept = new ArrayDeque<String>();
        long size = 0;
        var all = text.lines().toList();
        for (var i = all.size() - 1; i >= 0 && size < bytes; i--) {
            kept.addFirst(all.get(i));
            size += all.get(i).getBytes(UTF_8).length + 1;
        }
        kept.addFirst(session(Math.max(1, lastSession(text))).toString());
        return String.join("\n", kept) + "\n";
    }
}
