package percolate.plotting.control;

import java.util.Map;
import java.util.Objects;

/** Something to press, {@code button("Stop", () -> stopTraining())}. It is grey while its handler runs. */
public final class Button extends Control {
    private final String name;
    private final Runnable handler;
    private final Active active;

    private Button(String name, Runnable handler) {
        this.name = name;
        this.handler = handler;
        this.active = new Active("button \"" + name + "\"");
    }

    public static Button of(String name, Runnable handler) {
        Objects.requireNonNull(handler, "button: the handler is null; give one such as () -> stopTraining()");
        return new Button(Words.name("button", name), handler);
    }

    @Override
    Widget open() {
        var model = Widget.control(
                "Button",
                Map.of(
                        "description", name,
                        "style", Widget.style("ButtonStyle", Map.of()).reference(),
                        "layout",
                                Widget.layout(Map.of("width", "max-content", "min_width", "88px"))
                                        .reference()));
        model.onEvent(event -> {
            if (event.equals("click")) {
                pressed(model);
            }
        });
        return active.under(model);
    }

    private void pressed(Widget model) {
        model.set("disabled", true);
        active.run(handler, () -> model.set("disabled", false));
    }

    @Override
    String words() {
        return name + ", a button";
    }

    @Override
    String html() {
        return "<p><b>" + Words.escaped(name) + "</b>, a button</p>";
    }
}
