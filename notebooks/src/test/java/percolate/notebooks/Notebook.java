package percolate.notebooks;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A notebook's code, cell by cell. */
record Notebook(Path file, List<String> code) {
    static Notebook read(Path file) throws IOException {
        var json = new Gson().fromJson(Files.readString(file), JsonObject.class);
        var code = StreamSupport.stream(json.getAsJsonArray("cells").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .filter(cell -> cell.get("cell_type").getAsString().equals("code"))
                .map(cell -> source(cell.get("source")))
                .toList();
        return new Notebook(file, code);
    }

    private static String source(JsonElement lines) {
        return StreamSupport.stream(lines.getAsJsonArray().spliterator(), false)
                .map(JsonElement::getAsString)
                .collect(Collectors.joining());
    }

    @Override
    public String toString() {
        return file.getFileName().toString();
    }
}
