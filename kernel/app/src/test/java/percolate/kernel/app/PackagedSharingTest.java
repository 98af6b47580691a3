package percolate.kernel.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackagedSharingTest {
    private static final String KOTLIN = "%%kotlin\n";

    @TempDir
    static Path folder;

    @AutoClose
    private static PackagedKernel kernel;

    @BeforeAll
    static void start() throws IOException {
        kernel = PackagedKernel.start(folder);
    }

    private static String result(String cell) {
        var done = kernel.client.execute(cell);
        assertThat(done.status()).as(cell + done.reply().content()).isEqualTo("ok");
        return done.result();
    }

    @Test
    void tensorsAndTablesOfJavaAreThereInKotlinUnderTheirTypes() {
        kernel.client.execute("""
                import tech.tablesaw.api.*;
                var x = tensor(1, 2);
                var table = Table.create("t").addColumns(DoubleColumn.create("a", new double[] {1, 2, 3}));
                double[][] grid = {{1, 2}, {3, 4}};
                """);
        assertThat(result(KOTLIN + "val y = 2.0 * x + 1\ny.sum().item()")).isEqualTo("8.0");
        assertThat(result(KOTLIN + "table.doubleColumn(\"a\").sum() + table.rowCount() + grid[1][0]"))
                .isEqualTo("12.0");
    }

    @Test
    void tensorsAndTablesOfKotlinAreThereInJavaUnderTheirTypes() {
        kernel.client.execute(KOTLIN + "import tech.tablesaw.api.*\nvar w = tensor(3, 4)\n"
                + "val people = Table.create(\"t\").addColumns(StringColumn.create(\"name\", \"Ada\", \"Bob\"))");
        assertThat(result("w = w.times(2);\nw.sum().item()")).isEqualTo("14.0");
        assertThat(result("people.stringColumn(\"name\").get(1)")).isEqualTo("Bob");
        assertThat(result(KOTLIN + "w.sum().item()")).isEqualTo("14.0");
    }

    @Test
    void aNameWithTwoMeaningsIsExplainedWhereTheCellsOutputGoes() {
        kernel.client.execute("int twice = 1;");
        var told = kernel.client.execute(KOTLIN + "val twice = \"two\"");
        assertThat(told.printed("stderr")).contains("twice is a variable of type String in Kotlin");
    }
}
