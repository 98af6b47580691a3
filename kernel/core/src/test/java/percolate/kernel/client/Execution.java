package percolate.kernel.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A request with everything it caused.
 *
 * @param outputs what iopub said from busy to idle, both included
 */
public record Execution(Received reply, List<Received> outputs) {
    public Execution {
        outputs = List.copyOf(outputs);
    }

    public String status() {
        return reply.text("status");
    }

    /** The sentence of the error that the cell must have ended with. */
    public String failure() {
        assertThat(status()).as(String.valueOf(reply)).isEqualTo("error");
        return reply.text("evalue");
    }

    /** The lines of that error. */
    public String traceback() {
        return reply.content().getAsJsonArray("traceback").asList().stream()
                .map(JsonElement::getAsString)
                .collect(Collectors.joining("\n"));
    }

    /** The text of the value; empty if the cell had none. */
    public String result() {
        return of("execute_result").stream()
                .map(result -> result.data("text/plain"))
                .findFirst()
                .orElse("");
    }

    /** All that was printed to {@code stdout} or {@code stderr}. */
    public String printed(String stream) {
        return of("stream").stream()
                .filter(message -> message.text("name").equals(stream))
                .map(message -> message.text("text"))
                .collect(Collectors.joining());
    }

    /** The messages of one type. */
    public List<Received> of(String type) {
        return outputs.stream().filter(message -> message.type().equals(type)).toList();
    }

    /** The types of all messages in their order. */
    public List<String> types() {
        return outputs.stream().map(Received::type).toList();
    }
}
