package percolate.plotting.control;

import java.util.List;
import java.util.Map;

/** The handlers' side of a control: runs them elsewhere, and says below the control what they threw. */
final class Active {
    private final String who;
    private final Handling handling = new Handling();
    private volatile Problem problem;

    /** @param who says whose handler failed, for example {@code slider "rate"} */
    Active(String who) {
        this.who = who;
    }

    /** A control's model with its line for problems below. */
    Widget under(Widget control) {
        var line = new Problem();
        problem = line;
        return Control.box("VBox", List.of(control, line.widget()), Map.of());
    }

    /** Runs a handler soon; {@code ended} comes after it in any case. */
    void run(Runnable handler, Runnable ended) {
        handling.later(() -> {
            say("");
            try {
                handler.run();
            } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
                say("the handler of " + who + " failed with " + e);
            } finally {
                ended.run();
            }
        });
    }

    private void say(String text) {
        var line = problem;
        if (line != null) {
            line.say(text);
        }
    }
}
