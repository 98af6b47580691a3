package percolate.plotting.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import percolate.Provenance;
import percolate.Run.State;
import percolate.kernel.api.MimeBundle;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class ClockTest {
    private static final Clock TIMELESS = Clock.of(Map.of("PERCOLATE_TIMELESS", "1"));

    private static RecordedRun run() {
        return new RecordedRun(2, false).epoch(1, 0, 0, 0).epoch(0.5, 0, 0, 0);
    }

    private static String html(MimeBundle bundle) {
        return (String) bundle.data().get(MimeBundle.HTML);
    }

    private static Table table(String... names) {
        var table = Table.create("made");
        for (var name : names) {
            table.addColumns(
                    name.equals("ending") ? StringColumn.create(name, "finished") : DoubleColumn.create(name, 0.25));
        }
        return table;
    }

    @Test
    void goesUnlessTheEnvironmentSaysOtherwise() {
        assertThat(Clock.of(Map.of()).isShown()).isTrue();
        for (var no : List.of("", " ", "0", "false", "FALSE")) {
            assertThat(Clock.of(Map.of("PERCOLATE_TIMELESS", no)).isShown()).isTrue();
        }
        for (var yes : List.of("1", "true", "yes")) {
            assertThat(Clock.of(Map.of("PERCOLATE_TIMELESS", yes)).isShown()).isFalse();
        }
    }

    @Test
    void takesTimesFromThePanelsWords() {
        assertThat(RunWords.caption(run(), TIMELESS)).isEqualTo("epoch 2 of 2 · loss 0.5");
        assertThat(RunWords.details(run(), TIMELESS)).isEqualTo("learning rate 0.1");
        assertThat(RunWords.caption(run().ending(State.INTERRUPTED), TIMELESS)).endsWith("weights and history kept");
        assertThat(RunPanel.of(run(), List.of(), TIMELESS).png())
                .isNotEqualTo(RunPanel.of(run(), List.of(), new Clock(true)).png());
    }

    @Test
    void takesSecondsFromTheTableOfARun() {
        assertThat(html(RunTable.of(run(), TIMELESS))).contains("loss").doesNotContain("seconds", "0.3");
        assertThat(html(RunTable.of(run(), new Clock(true)))).contains("seconds", "0.3");
    }

    @Test
    void takesSecondsFromRecordsAndLeavesOtherTables() {
        for (var record : List.of(
                table("epoch", "loss", "learning_rate", "seconds"),
                table("rate", "ending", "seconds", "problem"),
                table("step", "loss", "seconds"))) {
            var bundle = TablesawTable.of(record, TIMELESS);
            assertThat(html(bundle)).contains("made: 1 row, ").doesNotContain("seconds");
            assertThat(html(TablesawTable.of(record, new Clock(true)))).contains("seconds");
            assertThat(record.columnNames()).contains("seconds");
        }
        assertThat(html(TablesawTable.of(table("lap", "seconds"), TIMELESS))).contains("seconds");
        assertThat(html(TablesawTable.of(Table.create("n", IntColumn.create("n")), TIMELESS)))
                .contains("n: 0 rows");
    }

    @Test
    void takesTheMachineFromWhatNumbersDependOn() {
        var facts = Provenance.of(Map.of("seed", "42", "processor", "a processor", "threads", "8"))
                .table();

        assertThat(TIMELESS.withoutMachine(facts).stringColumn("fact").asList()).containsExactly("seed");
        assertThat(new Clock(true).withoutMachine(facts).rowCount()).isEqualTo(3);
    }
}
