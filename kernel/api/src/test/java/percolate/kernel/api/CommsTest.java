package percolate.kernel.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CommsTest {
    @Test
    void withoutANotebookThereIsNobodyToTalkTo() {
        Comms.register("target", (comm, opening) -> {});
        Comms.unregister("target");

        assertThatThrownBy(() -> Comms.open("target", Map.of()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(
                        "comm target: expected a notebook that is connected, got a program of its own; run this code"
                                + " in a notebook");
    }

    @Test
    void dataMayHoldNullAndDoesNotChangeAfterwards() {
        var values = new HashMap<String, Object>();
        values.put("nothing", null);
        var data = CommData.of(values, new byte[] {1}).withMetadata(Map.of("version", "2"));
        values.put("late", 1);

        assertThat(data.data()).containsOnlyKeys("nothing");
        assertThat(data.metadata()).containsEntry("version", "2");
        assertThat(data.buffers()).hasSize(1);
    }
}
