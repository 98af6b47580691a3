package percolate.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import percolate.kernel.app.PackagedKernel;
import percolate.kernel.channels.Channel;
import percolate.kernel.client.KernelClient;

/** Stopping a training from the notebook keeps what it has learned. */
class InterruptTest {
    @Test
    void aStoppedTrainingKeepsWeightsAndHistoryAndGoesOn(@TempDir Path folder) throws IOException {
        try (var kernel = PackagedKernel.start(folder)) {
            var client = kernel.client();
            assertThat(client.execute("""
                    var net = sequential(input(64), dense(32).relu(), dense(10));
                    var parts = digits().split(0.8, 1);
                    Run run = null;
                    """).status()).isEqualTo("ok");

            var cell = client.send(
                    Channel.SHELL,
                    "execute_request",
                    KernelClient.cell("run = net.train(parts).epochs(1_000_000).seed(1).fit();"));
            client.hear(
                    Channel.IOPUB,
                    message -> message.type().equals("update_display_data")
                            && message.data("text/plain").contains("val_accuracy"));
            client.ask(Channel.CONTROL, "interrupt_request", new JsonObject());
            client.hear(
                    Channel.IOPUB,
                    message -> message.type().equals("update_display_data")
                            && message.data("text/plain").contains("weights and history kept"));
            var stopped = client.finish(Channel.SHELL, cell);

            assertThat(stopped.status()).isEqualTo("error");
            assertThat(client.execute("run.state()").result()).isEqualTo("INTERRUPTED");
            assertThat(Integer.parseInt(client.execute("run.history().size()").result()))
                    .isPositive();
            assertThat(client.execute("net.evaluate(parts.validation()).accuracy() > 0.5")
                            .result())
                    .isEqualTo("true");
            assertThat(client.execute("net.train(parts).epochs(2).fit().state()")
                            .result())
                    .isEqualTo("FINISHED");
        }
    }
}
