package percolate.plotting.control;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** One of several texts, {@code menu("activation", "relu", "tanh")}; it starts at the first. */
public final class Menu extends Valued<String, Menu> {
    private final String name;
    private final List<String> choices;

    private Menu(String name, List<String> choices, String value, List<Consumer<? super String>> handlers) {
        super("menu \"" + name + "\"", value, handlers);
        this.name = name;
        this.choices = choices;
    }

    /** @throws IllegalArgumentException if there is nothing to choose, or twice the same */
    public static Menu of(String name, String... choices) {
        var texts = Arrays.asList(choices);
        if (texts.isEmpty() || texts.contains(null) || new HashSet<>(texts).size() < texts.size()) {
            throw new IllegalArgumentException("menu(\"" + Words.name("menu", name)
                    + "\", …): expected one text or more, each once, got " + texts + "; give them as menu(\"" + name
                    + "\", \"first\", \"second\")");
        }
        return new Menu(Words.name("menu", name), List.copyOf(texts), texts.get(0), List.of());
    }

    /** Starting at another choice. */
    public Menu at(String choice) {
        return new Menu(name, choices, checked("at", choice), handlers());
    }

    /** Chooses from code. */
    public Menu set(String choice) {
        return change(checked("set", choice));
    }

    private String checked(String where, String choice) {
        if (!choices.contains(choice)) {
            throw new IllegalArgumentException("menu \"" + name + "\"." + where + ": expected one of " + choices
                    + ", got " + choice + "; choose one of these");
        }
        return choice;
    }

    @Override
    Menu self() {
        return this;
    }

    @Override
    Widget model(String value) {
        var state = described(name, "DescriptionStyle", "max-content");
        state.put("_options_labels", choices);
        state.putAll(state(value));
        return Widget.control("Dropdown", state);
    }

    @Override
    Map<String, Object> state(String value) {
        return Map.of("index", choices.indexOf(value));
    }

    @Override
    Optional<String> accepted(Map<?, ?> state) {
        return state.get("index") instanceof Long sent && sent >= 0 && sent < choices.size()
                ? Optional.of(choices.get(sent.intValue()))
                : Optional.empty();
    }

    @Override
    String words() {
        return name + ": " + value() + ", a menu of " + String.join(", ", choices);
    }

    @Override
    String html() {
        return "<p><b>" + Words.escaped(name) + "</b>: " + Words.escaped(value()) + ", a menu of "
                + Words.escaped(String.join(", ", choices)) + "</p>";
    }
}
