package percolate.kernel.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import percolate.kernel.client.KernelClient;
import percolate.kernel.protocol.ConnectionInfo;

/** The packaged kernel in a process of its own, started as a front end does, with a front end connected. */
public final class PackagedKernel implements AutoCloseable {
    private static final List<String> PORTS =
            List.of("shell_port", "control_port", "stdin_port", "iopub_port", "hb_port");
    final Process process;
    final KernelClient client;
    final ConnectionInfo connection;

    private PackagedKernel(Process process, ConnectionInfo connection) {
        this.process = process;
        this.connection = connection;
        this.client = KernelClient.connect(connection);
    }

    /** Starts a kernel in a folder that its files may go to, with the variables that its kernelspec sets. */
    public static PackagedKernel start(Path folder) throws IOException {
        return start(folder, Map.of());
    }

    /**
     * @param more variables besides those of the kernelspec
     * @param options of the kernel's command line, before the connection file
     */
    static PackagedKernel start(Path folder, Map<String, String> more, String... options) throws IOException {
        var file = connectionFile(folder);
        var builder = new ProcessBuilder(command(List.of(options), file))
                .directory(folder.toFile())
                .inheritIO();
        builder.environment().put("PERCOLATE_HISTORY", "off"); // no test writes into its user's history
        builder.environment().putAll(more);
        var process = builder.start();
        return new PackagedKernel(process, ConnectionInfo.read(file));
    }

    /**
     * Starts a kernel as a kernelspec says.
     *
     * @param command with {connection_file} in it
     * @param said the file that gets what the process writes
     */
    static PackagedKernel start(Path folder, List<String> command, Map<String, String> more, Path said)
            throws IOException {
        var file = connectionFile(folder);
        var filled = command.stream()
                .map(part -> part.replace("{connection_file}", file.toString()))
                .toList();
        var builder = new ProcessBuilder(filled)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("PERCOLATE_HISTORY", "off");
        builder.environment().putAll(more);
        var process = builder.start();
        return new PackagedKernel(process, ConnectionInfo.read(file));
    }

    private static List<String> command(List<String> options, Path connectionFile) throws IOException {
        var jars = Distribution.at(Path.of(System.getProperty("percolate.distribution")));
        var command = new ArrayList<>(List.of(Jvm.running().executable().toString()));
        command.addAll(Jvm.running().flags());
        command.add("-cp");
        var always =
                Stream.of(jars.cells(), jars.kernel()).flatMap(List::stream).toList();
        var language = options.contains("kotlin") ? NotebookLanguage.KOTLIN : NotebookLanguage.JAVA;
        command.add(language.classPath(always, jars.kotlin()).stream()
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator)));
        command.add("percolate.kernel.app.Main");
        command.addAll(options);
        command.add(connectionFile.toString());
        return command;
    }

    private static Path connectionFile(Path folder) throws IOException {
        var connection = new JsonObject();
        connection.addProperty("transport", "tcp");
        connection.addProperty("ip", "127.0.0.1");
        connection.addProperty("signature_scheme", "hmac-sha256");
        connection.addProperty("key", "a key for one test");
        var held = new ArrayList<ServerSocket>();
        for (var port : PORTS) {
            held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
            connection.addProperty(port, held.get(held.size() - 1).getLocalPort());
        }
        for (var socket : held) {
            socket.close();
        }
        return Files.writeString(Files.createTempFile(folder, "connection", ".json"), connection.toString());
    }

    /** The front end. */
    public KernelClient client() {
        return client;
    }

    void assertEnds() throws InterruptedException {
        assertThat(process.waitFor(60, TimeUnit.SECONDS))
                .as("the kernel's process ends")
                .isTrue();
    }

    @Override
    public void close() {
        client.close();
        process.destroyForcibly();
    }
}
