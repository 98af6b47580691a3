package percolate.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class StateMagicsTest {
    @AutoClose
    private final RunningKernel kernel = RunningKernel.start();

    @Test
    void variablesOfAllLanguagesAreListedAndForgotten() {
        assertThat(kernel.execute("%who").printed("stdout")).isEqualTo("there are no variables yet\n");
        kernel.execute("set <b> hello");
        var own = kernel.execute("%who").of("display_data").get(0);
        assertThat(own.data("text/plain")).isEqualTo("name  type  value\n<b>   Text  hello");
        assertThat(own.data("text/html")).contains("&lt;b&gt;").doesNotContain("<b>");
        kernel.execute("%%other", "set two world");
        assertThat(kernel.execute("%who").of("display_data").get(0).data("text/plain"))
                .contains("<b>   Text  hello  script", "two   Text  world  other");
        assertThat(kernel.execute("%who two").of("display_data").get(0).data("text/plain"))
                .contains("world")
                .doesNotContain("hello");
        assertThat(kernel.execute("%who three").printed("stdout"))
                .isEqualTo("there is no variable three; %who lists all\n");
        assertThat(kernel.execute("%reset two").failure()).contains("expected nothing after it, got two");
        assertThat(kernel.execute("%reset").printed("stdout"))
                .isEqualTo("forgot all variables and declarations of script and other; what was added to the class path"
                        + " stays\n");
        assertThat(kernel.execute("%who").printed("stdout")).isEqualTo("there are no variables yet\n");
    }

    @Test
    void memoryIsTold() {
        assertThat(kernel.execute("%memory").of("display_data").get(0).data("text/plain"))
                .contains("Java heap, used", "Java heap, at most", "process, resident", "threads")
                .containsPattern("process, resident +[\\d,.]+ MiB");
    }
}
