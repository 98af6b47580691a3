package percolate.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import percolate.kernel.api.Comm;
import percolate.kernel.api.CommData;
import percolate.kernel.api.Comms;
import percolate.kernel.channels.Channel;
import percolate.kernel.client.KernelClient;
import percolate.kernel.client.Received;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class CommTest {
    @AutoClose
    private final RunningKernel kernel = RunningKernel.start();

    @Test
    void whatAFrontEndSendsArrivesWithItsBuffersAndIsAnswered() {
        Comms.register("echo", (comm, opening) -> {
            comm.send(opening.data());
            comm.onMessage(message -> comm.send(CommData.of(
                            Map.of("size", message.buffers().get(0).length),
                            message.buffers().toArray(byte[][]::new))
                    .withMetadata(Map.of("seen", true))));
        });
        var opened = open("e1", "echo", "{n: 1, half: 0.5, text: 'ä', list: [true, null]}");
        assertThat(opened).extracting(Received::type).containsExactly("status", "comm_msg", "status");
        assertThat(opened.get(1).content().get("data").toString())
                .isEqualTo("{\"n\":1,\"half\":0.5,\"text\":\"ä\",\"list\":[true,null]}");

        var large = new byte[1 << 20];
        Arrays.fill(large, (byte) 7);
        var id = kernel.client()
                .send(Channel.SHELL, "comm_msg", json("{comm_id: 'e1', data: {}}"), List.of(large, new byte[] {1}));
        var echo = kernel.client().outputs(id).get(1);
        assertThat(echo.content().getAsJsonObject("data").get("size").getAsInt())
                .isEqualTo(1 << 20);
        assertThat(echo.metadata().get("seen").getAsBoolean()).isTrue();
        assertThat(echo.buffers().get(0)).isEqualTo(large);
        assertThat(echo.buffers().get(1)).containsExactly(1);
    }

    @Test
    void aHandlerRunsWhileACellDoesAndItsOutputBelongsToItsMessage() {
        Comms.register("talk", (comm, opening) -> System.out.println("handled " + opening.data().get("n")));
        var running = kernel.begin("print asleep", "sleep 600000");
        kernel.client().hear(Channel.IOPUB, message -> message.type().equals("stream"));

        var outputs = open("t1", "talk", "{n: 5}");

        assertThat(outputs).extracting(Received::type).containsExactly("status", "stream", "status");
        assertThat(outputs.get(1).text("text")).isEqualTo("handled 5\n");
        kernel.command("interrupt_request");
        kernel.finish(running);
    }

    @Test
    void aHandlerThatFailsSaysSoAndTheNextMessageIsHandled() {
        Comms.register("fail", (comm, opening) -> {
            comm.onMessage(message -> comm.send(Map.of("still", "here")));
            throw new IllegalArgumentException("not like this");
        });
        var failed = open("f1", "fail", "{}");
        assertThat(failed.get(1).text("name")).isEqualTo("stderr");
        assertThat(failed.get(1).text("text"))
                .startsWith("a comm's handler failed with java.lang.IllegalArgumentException: not like this\n    at ");
        assertThat(send("comm_msg", "{comm_id: 'f1', data: {}}"))
                .extracting(Received::type)
                .contains("comm_msg");
    }

    @Test
    void aHandlerThatDoesNotEndCanBeInterrupted() throws Exception {
        var begun = new CompletableFuture<Boolean>();
        Comms.register("sleep", (comm, opening) -> {
            begun.complete(true);
            sleepLong();
        });
        var id = kernel.client()
                .send(Channel.SHELL, "comm_open", json("{comm_id: 's1', target_name: 'sleep', data: {}}"));
        begun.get();
        kernel.command("interrupt_request");
        assertThat(kernel.client().outputs(id).get(1).text("text")).contains("IllegalStateException: woken");
        assertThat(kernel.execute("sum 1 1").result()).isEqualTo("2");
    }

    @Test
    void bothSidesCanClose() throws InterruptedException {
        var closed = new LinkedBlockingQueue<Object>();
        var comms = new LinkedBlockingQueue<Comm>();
        Comms.register("door", (comm, opening) -> {
            comm.onClose(last -> closed.add(last.data().get("why")));
            comms.add(comm);
        });
        open("d1", "door", "{}");
        open("d2", "door", "{}");
        assertThat(info("{target_name: 'door'}")).containsExactly("d1", "d2");
        assertThat(info("{target_name: 'window'}")).isEmpty();

        send("comm_close", "{comm_id: 'd1', data: {why: 'enough'}}");
        assertThat(closed.poll(60, TimeUnit.SECONDS)).isEqualTo("enough");
        var theirs = comms.take();
        assertThat(theirs.isOpen()).isFalse();
        assertThatThrownBy(() -> theirs.send(Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("comm door: expected an open comm");

        comms.take().close();
        var close = kernel.client().hear(Channel.IOPUB, message -> message.type().equals("comm_close"));
        assertThat(close.text("comm_id")).isEqualTo("d2");
        assertThat(info("{}")).isEmpty();
    }

    @Test
    void aThreadOpensACommAfterItsCellHasEnded() {
        var cell = kernel.begin("open 200 late.target");
        kernel.finish(cell);

        var open = kernel.client().hear(Channel.IOPUB, message -> message.type().equals("comm_open"));

        assertThat(open.parentId()).isEqualTo(cell);
        assertThat(open.text("target_name")).isEqualTo("late.target");
        assertThat(open.metadata().get("version").getAsString()).isEqualTo("2.1.0");
        assertThat(open.buffers().get(0)).containsExactly(1, 2, 3);
        assertThat(info("{}")).containsExactly(open.text("comm_id"));
    }

    @Test
    void aCommThatNobodyKnowsIsClosedAtOnceAndMessagesToItAreIgnored() {
        var outputs = open("x1", "nobody", "{}");
        assertThat(outputs).extracting(Received::type).containsExactly("status", "comm_close", "status");
        assertThat(outputs.get(1).text("comm_id")).isEqualTo("x1");
        assertThat(send("comm_msg", "{comm_id: 'x1', data: {}}"))
                .extracting(Received::type)
                .containsExactly("status", "status");
    }

    @Test
    void aSilentCellSpeaksThroughItsComms() {
        var content = KernelClient.cell("print unheard\nopen 0 quiet");
        content.addProperty("silent", true);
        var id = kernel.client().send(Channel.SHELL, "execute_request", content);
        var open = kernel.client().hear(Channel.IOPUB, message -> message.type().equals("comm_open"));
        assertThat(open.parentId()).isEqualTo(id);
        assertThat(kernel.finish(id).of("stream")).isEmpty();
    }

    private static void sleepLong() {
        try {
            Thread.sleep(600_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException("woken", e);
        }
    }

    private List<String> info(String request) {
        var comms = kernel.ask("comm_info_request", json(request)).reply().content().getAsJsonObject("comms");
        return List.copyOf(comms.keySet()).stream().sorted().toList();
    }

    private List<Received> open(String id, String target, String data) {
        return send("comm_open", "{comm_id: '" + id + "', target_name: '" + target + "', data: " + data + "}");
    }

    private List<Received> send(String type, String content) {
        return kernel.client().outputs(kernel.client().send(Channel.SHELL, type, json(content)));
    }

    private static JsonObject json(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }
}
