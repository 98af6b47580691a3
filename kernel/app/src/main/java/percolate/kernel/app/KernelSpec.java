package percolate.kernel.app;

import com.google.gson.GsonBuilder;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import percolate.kernel.protocol.Header;

/**
 * How a front end starts the kernel, as the file {@code kernel.json} says it.
 *
 * @see <a href="https://jupyter-client.readthedocs.io/en/stable/kernels.html#kernel-specs">Kernel specs</a>
 */
record KernelSpec(Jvm java, List<Path> classPath) {
    static final String NAME = "percolate-java";

    String json() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("display_name", "Java (Percolate)");
        fields.put("language", "java");
        fields.put("interrupt_mode", "message");
        fields.put("kernel_protocol_version", Header.PROTOCOL_VERSION);
        fields.put("argv", command());
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(fields) + "\n";
    }

    private List<String> command() {
        var command = new ArrayList<String>();
        command.add(java.executable().toString());
        command.addAll(java.flags());
        command.add("-cp");
        command.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        command.add(Main.class.getName());
        command.add("{connection_file}");
        return command;
    }
}
