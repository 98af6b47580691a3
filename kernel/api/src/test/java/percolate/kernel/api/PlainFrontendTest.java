package percolate.kernel.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import org.junit.jupiter.api.Test;

class PlainFrontendTest {
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private final PlainFrontend frontend = new PlainFrontend(new PrintStream(printed, true, UTF_8));

    @Test
    void aValueAndItsUpdatesArePrintedOneAfterTheOther() {
        var handle = frontend.show(1);
        handle.update("two");
        handle.update(null);

        assertThat(lines()).containsExactly("1", "two", "null");
    }

    @Test
    void ofABundleTheWordsArePrinted() {
        frontend.show(MimeBundle.of(MimeBundle.HTML, "<b>x</b>").with(MimeBundle.TEXT, "x"));
        frontend.show(MimeBundle.of(MimeBundle.HTML, "<b>no words</b>"));

        assertThat(lines()).containsExactly("x");
    }

    @Test
    void whatIsPrintedStaysWhenOutputIsCleared() {
        frontend.show("first");
        frontend.clearOutput(false);
        frontend.show("second");

        assertThat(lines()).containsExactly("first", "second");
    }

    private String[] lines() {
        return printed.toString(UTF_8).lines().toArray(String[]::new);
    }
}
