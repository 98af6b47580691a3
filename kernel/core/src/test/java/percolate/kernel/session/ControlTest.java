package percolate.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import percolate.kernel.channels.Channel;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ControlTest {
    @AutoClose
    private final RunningKernel kernel = RunningKernel.start();

    @Test
    void anInterruptStopsTheRunningCellAndTheNextOneRuns() {
        var id = kernel.begin("print asleep", "sleep 600000");
        kernel.client().hear(Channel.IOPUB, message -> message.type().equals("stream"));

        var interrupt = kernel.command("interrupt_request");

        assertThat(interrupt.status()).isEqualTo("ok");
        assertThat(interrupt.reply().type()).isEqualTo("interrupt_reply");
        assertThat(interrupt.types()).containsExactly("status", "status");
        var stopped = kernel.finish(id);
        assertThat(stopped.status()).isEqualTo("error");
        assertThat(stopped.of("error").get(0).text("ename")).isEqualTo("Interrupted");
        assertThat(kernel.execute("sum 1 1").result()).isEqualTo("2");
    }

    @Test
    void anInterruptAbortsTheCellsThatWait() {
        var running = kernel.begin("print asleep", "sleep 600000");
        var waiting = kernel.begin("print never");
        kernel.client().hear(Channel.IOPUB, message -> message.type().equals("stream"));
        kernel.ask("kernel_info_request", new JsonObject()); // by now the second cell has arrived as well

        kernel.command("interrupt_request");

        assertThat(kernel.finish(running).status()).isEqualTo("error");
        assertThat(kernel.finish(waiting).status()).isEqualTo("aborted");
    }

    @Test
    void anInterruptWithNothingToStopIsAnswered() {
        assertThat(kernel.command("interrupt_request").status()).isEqualTo("ok");
        assertThat(kernel.execute("sum 1 1").result()).isEqualTo("2");
    }

    @Test
    void theKernelIsAskedWhoItIsOnShellAndControl() {
        for (var channel : new Channel[] {Channel.SHELL, Channel.CONTROL}) {
            var info = kernel.client().ask(channel, "kernel_info_request", new JsonObject());
            var content = info.reply().content();

            assertThat(info.status()).isEqualTo("ok");
            assertThat(info.reply().type()).isEqualTo("kernel_info_reply");
            assertThat(content.get("protocol_version").getAsString()).isEqualTo("5.5");
            assertThat(content.get("implementation").getAsString()).isEqualTo("percolate");
            assertThat(content.get("implementation_version").getAsString()).matches("\\d+\\.\\d+\\.\\d+");
            assertThat(content.getAsJsonObject("language_info")
                            .get("file_extension")
                            .getAsString())
                    .isEqualTo(".script");
            assertThat(content.getAsJsonArray("supported_features").toString()).isEqualTo("[\"kernel subshells\"]");
            assertThat(content.get("debugger").getAsBoolean()).isFalse();
            assertThat(content.getAsJsonArray("help_links").toString())
                    .isEqualTo("[{\"text\":\"Script\",\"url\":\"https://example.org/script\"}]");
            assertThat(info.types()).containsExactly("status", "status");
        }
    }

    @Test
    void aShutdownIsAnsweredBeforeTheKernelEnds() throws InterruptedException {
        for (var channel : new Channel[] {Channel.CONTROL, Channel.SHELL}) {
            try (var ending = RunningKernel.start()) {
                var content = new JsonObject();
                content.addProperty("restart", true);
                var shutdown = ending.client().ask(channel, "shutdown_request", content);

                assertThat(shutdown.status()).isEqualTo("ok");
                assertThat(shutdown.reply().content().get("restart").getAsBoolean())
                        .isTrue();
                assertThat(shutdown.types()).containsExactly("status", "shutdown_reply", "status");
                ending.kernel().await();
            }
        }
    }

    @Test
    void aShutdownDoesNotWaitForTheRunningCell() throws InterruptedException {
        kernel.begin("print asleep", "sleep 600000");
        kernel.client().hear(Channel.IOPUB, message -> message.type().equals("stream"));

        var shutdown = kernel.command("shutdown_request");

        assertThat(shutdown.reply().content().get("restart").getAsBoolean()).isFalse();
        kernel.kernel().await();
    }
}
