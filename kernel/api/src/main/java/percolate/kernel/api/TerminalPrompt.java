package percolate.kernel.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.util.Optional;

/** Asks on the terminal; where there is none, on the standard streams, which cannot hide what is typed. */
final class TerminalPrompt implements Prompt {
    private BufferedReader lines;

    /** Before Java 22 there is no console where the standard streams lead elsewhere; from then on it reads those. */
    @SuppressWarnings("SystemConsoleNull")
    @Override
    public synchronized String ask(String question, boolean password) {
        var console = System.console();
        if (password && console != null) {
            return Optional.ofNullable(console.readPassword("%s", question))
                    .map(String::new)
                    .orElseThrow(() -> noMore(null));
        }
        System.out.print(question);
        System.out.flush();
        try {
            return Optional.ofNullable(lines().readLine()).orElseThrow(() -> noMore(null));
        } catch (IOException e) {
            throw noMore(e);
        }
    }

    /** Made when first needed, for it takes more of the stream than one line. */
    private BufferedReader lines() {
        if (lines == null) {
            lines = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
        }
        return lines;
    }

    private static IllegalStateException noMore(IOException cause) {
        return new IllegalStateException(
                "standard input: expected a line, got the end; give the value in the code instead", cause);
    }
}
