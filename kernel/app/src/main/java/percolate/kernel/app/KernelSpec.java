package percolate.kernel.app;

import com.google.gson.GsonBuilder;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import percolate.kernel.protocol.Header;

/**
 * How a front end starts the kernel for notebooks of one language, as the file {@code kernel.json} says it.
 *
 * @param archive what a start is quicker with; it need not exist
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/kernels.html#kernel-specs">Kernel specs</a>
 */
record KernelSpec(NotebookLanguage language, Jvm java, List<Path> classPath, Path archive) {
    /** glibc gives each thread an arena of its own, of which a kernel with many idle threads has no use. */
    private static final Map<String, String> ENVIRONMENT = Map.of("MALLOC_ARENA_MAX", "2");

    static String name(NotebookLanguage language) {
        return "percolate-" + language.code();
    }

    String json() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("display_name", language.title() + " (Percolate)");
        fields.put("language", language.code());
        fields.put("interrupt_mode", "message");
        fields.put("kernel_protocol_version", Header.PROTOCOL_VERSION);
        fields.put("env", ENVIRONMENT);
        fields.put("argv", command(java.startingFrom(archive), "{connection_file}"));
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(fields) + "\n";
    }

    /** What plays through a session while Java makes an archive, on the very class path that it will be used with. */
    List<String> rehearsal(Path made) {
        var command = new ArrayList<>(command(java.making(made)));
        command.add(command.indexOf(Main.class.getName()) + 1, "rehearse");
        return command;
    }

    private List<String> command(List<String> archiving, String... more) {
        var command = new ArrayList<String>();
        command.add(java.executable().toString());
        command.addAll(java.flags());
        command.addAll(archiving);
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.addAll(List.of(Main.class.getName(), "--language", language.code()));
        command.addAll(List.of(more));
        return command;
    }
}
