package percolate.kernel.history;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where the cells of a language are remembered: {@code percolate/history/java.jsonl} in Jupyter's folder for data, or
 * {@code java.jsonl} in the folder that the variable {@code PERCOLATE_HISTORY} names; nowhere where it says {@code off}.
 *
 * @see <a href="https://docs.jupyter.org/en/latest/use/jupyter-directories.html#data-files">Jupyter: data files</a>
 */
public final class HistoryPlace {
    private static final String VARIABLE = "PERCOLATE_HISTORY";
    private static final String OFF = "off";

    private HistoryPlace() {}

    /** The history of a language for whoever runs this process. */
    public static History history(String language) {
        return find(System.getenv(), System.getProperty("os.name"), Path.of(System.getProperty("user.home")), language)
                .map(History::kept)
                .orElseGet(History::forgotten);
    }

    static Optional<Path> find(Map<String, String> environment, String system, Path home, String language) {
        var wanted = environment.getOrDefault(VARIABLE, "");
        if (wanted.equalsIgnoreCase(OFF)) {
            return Optional.empty();
        }
        var folder = wanted.isEmpty()
                ? data(environment, system, home).resolve("percolate").resolve("history")
                : Path.of(wanted);
        return Optional.of(folder.resolve(language + ".jsonl"));
    }

    private static Path data(Map<String, String> environment, String system, Path home) {
        var name = system.toLowerCase(Locale.ROOT);
        if (environment.containsKey("JUPYTER_DATA_DIR")) {
            return Path.of(environment.get("JUPYTER_DATA_DIR"));
        } else if (name.startsWith("windows")) {
            return Path.of(environment.getOrDefault("APPDATA", home.toString())).resolve("jupyter");
        } else if (name.startsWith("mac")) {
            return home.resolve("Library").resolve("Jupyter");
        }
        var share = home.resolve(".local").resolve("share").toString();
        return Path.of(environment.getOrDefault("XDG_DATA_HOME", share)).resolve("jupyter");
    }
}
