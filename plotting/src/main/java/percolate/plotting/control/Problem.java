package percolate.plotting.control;

import java.util.Map;

/** The line below a control that says what its handler threw; it takes no room while there is nothing to say. */
final class Problem {
    private final Widget layout = Widget.layout(Map.of("display", "none"));
    private final Widget line = Widget.control("HTML", Map.of("value", "", "layout", layout.reference()));

    Widget widget() {
        return line;
    }

    /** @param text empty where all is well */
    void say(String text) {
        line.set("value", text.isEmpty() ? "" : "<b>✗</b> " + Words.escaped(text));
        layout.set("display", text.isEmpty() ? "none" : "");
    }
}
