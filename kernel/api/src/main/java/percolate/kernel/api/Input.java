package percolate.kernel.api;

import java.util.Objects;

/**
 * Asks the user for a line: {@code var name = readLine("Your name? ")}. In a notebook the question appears below the cell
 * and can be interrupted; in a plain program it appears on the terminal.
 */
public final class Input {
    private static volatile Prompt prompt = new TerminalPrompt();

    private Input() {}

    /**
     * The line that the user types, without its end.
     *
     * @param question shown before the place to type at
     * @throws IllegalStateException if nobody can be asked, or the cell was stopped
     */
    public static String readLine(String question) {
        return prompt.ask(question, false);
    }

    /**
     * The line that the user types unseen.
     *
     * @throws IllegalStateException if nobody can be asked, or the cell was stopped
     */
    public static String readPassword(String question) {
        return prompt.ask(question, true);
    }

    /** Connects questions to a front end; the kernel calls this once, before the first cell. */
    public static void connect(Prompt to) {
        prompt = Objects.requireNonNull(to);
    }
}
