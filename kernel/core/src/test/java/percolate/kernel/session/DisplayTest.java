package percolate.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import percolate.kernel.channels.Channel;
import percolate.kernel.client.Received;

class DisplayTest {
    @AutoClose
    private final RunningKernel kernel = RunningKernel.start();

    @Test
    void aDisplayKeepsItsPlaceAmongTheOutputs() {
        var cell = kernel.execute("print before", "show it", "print after");

        assertThat(cell.types())
                .containsExactly("status", "execute_input", "stream", "display_data", "stream", "status");
        assertThat(cell.of("display_data").get(0).data("text/plain")).isEqualTo("it");
    }

    @Test
    void anUpdateNamesTheDisplayItChanges() {
        var cell = kernel.execute("show first", "update second");

        var shown = cell.of("display_data").get(0);
        var update = cell.of("update_display_data").get(0);
        assertThat(update.data("text/plain")).isEqualTo("second");
        assertThat(displayId(update)).isEqualTo(displayId(shown)).isNotEmpty();
    }

    @Test
    void aDisplayOfAnEarlierCellIsUpdatedByTheCellThatRuns() {
        var shown = kernel.execute("show 1").of("display_data").get(0);

        var update = kernel.execute("update 2").of("update_display_data").get(0);

        assertThat(displayId(update)).isEqualTo(displayId(shown));
        assertThat(update.data("text/plain")).isEqualTo("2");
    }

    @Test
    void aThreadUpdatesADisplayAfterEveryCellHasEnded() {
        var id = kernel.begin("show 1", "tick 200 2");
        kernel.finish(id);

        var update =
                kernel.client().hear(Channel.IOPUB, message -> message.type().equals("update_display_data"));
        assertThat(update.parentId()).isEqualTo(id);
        assertThat(update.data("text/plain")).isEqualTo("2");
    }

    @Test
    void aThreadOfAnEarlierCellUpdatesADisplayForTheCellThatRuns() {
        kernel.execute("show 1", "prepare 2");

        assertThat(kernel.execute("tell").of("update_display_data")).hasSize(1);
    }

    @Test
    void contentInAFrontEndsFormIsShownAsItIs() {
        var shown = kernel.execute("html <b>x</b>").of("display_data").get(0);

        assertThat(shown.data("text/html")).isEqualTo("<b>x</b>");
    }

    @Test
    void outputIsClearedAfterWhatWasPrintedBefore() {
        var cell = kernel.execute("print x", "clear");

        assertThat(cell.types()).containsExactly("status", "execute_input", "stream", "clear_output", "status");
        assertThat(cell.of("clear_output").get(0).content().get("wait").getAsBoolean())
                .isFalse();
    }

    @Test
    void outputIsClearedNotBeforeTheNextComesWhereACellSaysSo() {
        var cell = kernel.execute("replace", "show it");

        assertThat(cell.types()).containsExactly("status", "execute_input", "clear_output", "display_data", "status");
        assertThat(cell.of("clear_output").get(0).content().get("wait").getAsBoolean())
                .isTrue();
    }

    private static String displayId(Received message) {
        return message.content().getAsJsonObject("transient").get("display_id").getAsString();
    }
}
