package percolate.kernel.session;

import com.google.gson.JsonObject;
import java.util.List;
import java.util.UUID;
import percolate.kernel.cells.Interruption;
import percolate.kernel.channels.Channel;
import percolate.kernel.client.Execution;
import percolate.kernel.client.KernelClient;
import percolate.kernel.dependency.Dependencies;
import percolate.kernel.history.History;
import percolate.kernel.language.Languages;
import percolate.kernel.protocol.ConnectionInfo;

/** A kernel with the script language, another of the same kind beside it, and a front end connected to it. */
record RunningKernel(Kernel kernel, KernelClient client) implements AutoCloseable {
    static RunningKernel start() {
        return start(RunningKernel.class.getClassLoader());
    }

    static RunningKernel start(ClassLoader libraries) {
        var interruption = new Interruption();
        var languages = Languages.of(new ScriptLanguage("script", interruption))
                .with(ScriptLanguage.notation("other"), () -> new ScriptLanguage("other", interruption));
        return of(languages, libraries, interruption);
    }

    static RunningKernel of(Languages languages, ClassLoader libraries, Interruption interruption) {
        var kernel = Kernel.start(
                anywhere(), languages, libraries, interruption, History.forgotten(), () -> new Dependencies(List.of()));
        return new RunningKernel(kernel, KernelClient.connect(kernel.connection()));
    }

    static ConnectionInfo anywhere() {
        return new ConnectionInfo(
                "127.0.0.1", 0, 0, 0, 0, 0, "hmac-sha256", UUID.randomUUID().toString());
    }

    Execution execute(String... lines) {
        return client.execute(String.join("\n", lines));
    }

    /** Starts a cell without waiting for it; gives the id of the request. */
    String begin(String... lines) {
        return client.send(Channel.SHELL, "execute_request", KernelClient.cell(String.join("\n", lines)));
    }

    Execution finish(String id) {
        return client.finish(Channel.SHELL, id);
    }

    Execution ask(String type, JsonObject content) {
        return client.ask(Channel.SHELL, type, content);
    }

    Execution command(String type) {
        return client.ask(Channel.CONTROL, type, new JsonObject());
    }

    @Override
    public void close() {
        client.close();
        kernel.close();
    }
}
