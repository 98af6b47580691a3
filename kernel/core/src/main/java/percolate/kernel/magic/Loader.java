package percolate.kernel.magic;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import percolate.kernel.language.Evaluation;
import percolate.kernel.language.Evaluation.Failure;
import percolate.kernel.language.Evaluation.Interrupted;
import percolate.kernel.language.Evaluation.Nothing;
import percolate.kernel.language.Language;
import percolate.kernel.language.Languages;

/** Runs notebooks and source files as if their text stood in a cell. Files they load are named from where they lie. */
record Loader(Languages languages, MagicInterpreter interpreter, SourceNames names) {
    private static final String NOTEBOOK = ".ipynb";

    /** Of the files that can be loaded. */
    List<String> endings() {
        var sources = languages.notations().stream().flatMap(notation -> notation.endings().stream());
        return Stream.concat(Stream.of(NOTEBOOK), sources).toList();
    }

    Evaluation load(Call call) throws IOException {
        if (call.rest().isEmpty()) {
            throw call.wrong("expected a notebook or a source file, got nothing");
        }
        var file = find(call).toRealPath();
        refuseEndless(call, file);
        return file.toString().endsWith(NOTEBOOK) ? notebook(call, file) : source(call, file);
    }

    private Path find(Call call) {
        var name = String.join(" ", call.arguments());
        var named = call.source().resolve(name);
        if (Files.isRegularFile(named)) {
            return named;
        }
        return endings().stream()
                .map(ending -> call.source().resolve(name + ending))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() -> call.wrong("expected a file, got " + name + "; there is none in "
                        + named.toAbsolutePath().normalize().getParent() + ", with or without one of the endings "
                        + String.join(" ", endings())));
    }

    private static void refuseEndless(Call call, Path file) {
        var files = call.source().files();
        if (files.contains(file)) {
            var circle = files.subList(files.indexOf(file), files.size()).stream()
                    .map(one -> one.getFileName().toString())
                    .collect(Collectors.joining(" loads "));
            throw call.wrong("this never ends: " + circle + " loads " + file.getFileName() + " again");
        }
    }

    private Evaluation source(Call call, Path file) throws IOException {
        var name = file.getFileName().toString();
        var written = languages.notations().stream()
                .filter(notation -> notation.isOf(name))
                .findFirst();
        var language =
                written.flatMap(notation -> languages.named(notation.name())).orElse(call.language());
        var text = withoutPackage(Files.readString(file).replace("\r\n", "\n"));
        return interpreter.evaluate(text, call.source().inFile(names.number(name), file), language);
    }

    /** What cells declare has no package of its own. */
    private static String withoutPackage(String text) {
        return text.replaceFirst("(?m)^([ \t]*)package [\\w.]+;", "$1");
    }

    private Evaluation notebook(Call call, Path file) throws IOException {
        var name = file.getFileName().toString();
        var notebook = read(call, file);
        var language = languageOf(name, notebook, call);
        var source = call.source().inFile(call.source().number(), file);
        Evaluation last = new Nothing();
        var number = 0;
        for (var cell : cells(notebook)) {
            number++;
            if (!cell.isBlank()) {
                last = interpreter.evaluate(cell, source.part(names.number(name + ", cell " + number)), language);
            }
            if (last instanceof Failure || last instanceof Interrupted) {
                return last;
            }
        }
        return last;
    }

    private static JsonObject read(Call call, Path file) throws IOException {
        try {
            return JsonParser.parseString(Files.readString(file)).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw call.wrong("expected a notebook, got " + file.getFileName() + ", which is not JSON");
        }
    }

    /** As the notebook's metadata says; one that says nothing is in the language of the cell that loads it. */
    private Language languageOf(String file, JsonObject notebook, Call call) {
        var metadata = object(notebook.get("metadata"));
        var info = object(metadata.get("language_info")).get("name");
        var named = info != null ? info : object(metadata.get("kernelspec")).get("language");
        if (named == null) {
            return call.language();
        }
        var name = named.getAsString().toLowerCase(Locale.ROOT);
        return languages
                .named(name)
                .orElseThrow(() -> call.wrong(file + " is written in " + name + ", which this session does not have"));
    }

    private static JsonObject object(JsonElement element) {
        return element != null && element.isJsonObject() ? element.getAsJsonObject() : new JsonObject();
    }

    private static List<String> cells(JsonObject notebook) {
        var cells = notebook.get("cells");
        var array = cells != null && cells.isJsonArray() ? cells.getAsJsonArray() : new JsonArray();
        return StreamSupport.stream(array.spliterator(), false)
                .map(Loader::object)
                .filter(cell -> cell.has("cell_type")
                        && cell.get("cell_type").getAsString().equals("code"))
                .map(cell -> text(cell.get("source")))
                .toList();
    }

    /** Notebooks hold a text as one or as its lines. */
    private static String text(JsonElement source) {
        if (source == null) {
            return "";
        }
        return source.isJsonArray()
                ? StreamSupport.stream(source.getAsJsonArray().spliterator(), false)
                        .map(JsonElement::getAsString)
                        .collect(Collectors.joining())
                : source.getAsString();
    }
}
