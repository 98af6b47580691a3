package percolate.plotting.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** On or off, {@code toggle("noise")}; it starts off. */
public final class Toggle extends Valued<Boolean, Toggle> {
    private final String name;

    private Toggle(String name, boolean value, List<Consumer<? super Boolean>> handlers) {
        super("toggle \"" + name + "\"", value, handlers);
        this.name = name;
    }

    public static Toggle of(String name) {
        return new Toggle(Words.name("toggle", name), false, List.of());
    }

    /** Starting on, or off. */
    public Toggle at(boolean on) {
        return new Toggle(name, on, handlers());
    }

    /** Switches from code. */
    public Toggle set(boolean on) {
        return change(on);
    }

    @Override
    Toggle self() {
        return this;
    }

    @Override
    Widget model(Boolean value) {
        var state = described(name, "CheckboxStyle", "max-content");
        state.put("indent", false);
        state.put("value", value);
        return Widget.control("Checkbox", state);
    }

    @Override
    Map<String, Object> state(Boolean value) {
        return Map.of("value", value);
    }

    @Override
    Optional<Boolean> accepted(Map<?, ?> state) {
        return state.get("value") instanceof Boolean sent ? Optional.of(sent) : Optional.empty();
    }

    @Override
    String words() {
        return name + ": " + (value() ? "on" : "off") + ", a toggle";
    }

    @Override
    String html() {
        return "<p><b>" + Words.escaped(name) + "</b>: " + (value() ? "on" : "off") + ", a toggle</p>";
    }
}
