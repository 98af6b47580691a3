package percolate.kernel.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TerminalPromptTest {
    private final InputStream in = System.in;
    private final PrintStream out = System.out;
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

    @AfterEach
    void giveBack() {
        System.setIn(in);
        System.setOut(out);
    }

    @Test
    void eachQuestionTakesALineUntilThereIsNone() {
        System.setIn(new ByteArrayInputStream("Ada\n36\n".getBytes(UTF_8)));
        System.setOut(new PrintStream(printed, true, UTF_8));
        var prompt = new TerminalPrompt();

        assertThat(prompt.ask("name? ", false)).isEqualTo("Ada");
        assertThat(prompt.ask("age? ", false)).isEqualTo("36");
        assertThatThrownBy(() -> prompt.ask("more? ", false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("standard input: expected a line, got the end; give the value in the code instead");
        assertThat(printed.toString(UTF_8)).isEqualTo("name? age? more? ");
    }
}
