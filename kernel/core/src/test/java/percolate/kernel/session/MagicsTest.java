package percolate.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MagicsTest {
    @TempDir
    Path folder;

    @AutoClose
    private final RunningKernel kernel = RunningKernel.start();

    @Test
    void aMagicBetweenStatementsRunsAtItsPlace() {
        var done = kernel.execute("print before", "%help time", "print after", "number");
        assertThat(done.printed("stdout")).startsWith("before\n%time CODE\n").endsWith("after\n");
        assertThat(done.result()).isEqualTo("1");
    }

    @Test
    void nothingRunsAfterAMagicThatFails() {
        var failed = kernel.execute("print before", "", "%mavn a:b:1", "print after");
        assertThat(failed.failure()).isEqualTo("there is no magic %mavn; did you mean %maven? %lsmagic lists all");
        assertThat(failed.printed("stdout")).isEqualTo("before\n");
        assertThat(failed.traceback())
                .contains("cell 1, line 3: there is no magic")
                .contains("    %mavn a:b:1");
    }

    @Test
    void aMagicOfTheOtherKindIsExplained() {
        assertThat(kernel.execute("%bash").failure()).contains("write %%bash on the cell's first line");
        assertThat(kernel.execute("%%who", "x").failure()).isEqualTo("%%who has no lines below it; write %who");
        assertThat(kernel.execute("print a", "%%bash", "ls").failure())
                .contains("expected it on the cell's first line");
        assertThat(kernel.execute("%%nothinglike").failure())
                .isEqualTo("there is no magic %%nothinglike; %lsmagic lists all");
    }

    @Test
    void everyMagicIsListedAndHasHelp() {
        var listed = kernel.execute("%lsmagic").printed("stdout");
        for (var name : List.of("%maven", "%timeit", "%%loadFromPOM", "%%writefile", "%%other")) {
            assertThat(listed).contains("  " + name + " ");
        }
        assertThat(listed.lines()).allMatch(line -> line.length() < 95);
        var timeit = kernel.execute("%help timeit").printed("stdout");
        assertThat(timeit).contains("%timeit [-n LOOPS] [-r RUNS] CODE\n%%timeit [-n LOOPS] [-r RUNS]\n");
        assertThat(timeit).containsOnlyOnce("Runs the code again and again");
        assertThat(kernel.execute("%help addMavenRepo").printed("stdout"))
                .contains("%mavenRepo ID URL")
                .contains("also: %addMavenRepo");
        assertThat(kernel.execute("%help tim").failure()).contains("did you mean %time?");
    }

    @Test
    void linesAreShownAsWhatTheyAre() {
        var forms =
                Map.of("html", "text/html", "markdown", "text/markdown", "latex", "text/latex", "svg", "image/svg+xml");
        forms.forEach((name, type) -> {
            var shown = kernel.execute("%%" + name, "<b>x</b>", "y").of("display_data");
            assertThat(shown).hasSize(1);
            assertThat(shown.get(0).data(type)).isEqualTo("<b>x</b>\ny");
        });
        assertThat(kernel.execute("%%html").failure()).contains("expected lines to show below, got none");
    }

    @Test
    void wrongArgumentsAreExplained() {
        assertThat(kernel.execute("%maven").failure()).contains("expected coordinates, got none");
        assertThat(kernel.execute("%maven one").failure()).contains("expected group:artifact:version");
        assertThat(kernel.execute("%mavenRepo one").failure()).contains("expected an id and a URL, got one");
        assertThat(kernel.execute("%jars " + folder + "/none.jar").failure()).contains("where there is none");
        assertThat(kernel.execute("%jars " + folder + "/*.jar").printed("stdout"))
                .contains("nothing is named like");
        assertThat(kernel.execute("%use coroutines").failure()).contains("%maven org.jetbrains.kotlinx:");
        assertThat(kernel.execute("%use dataframe").printed("stdout")).contains("Tablesaw");
    }
}
