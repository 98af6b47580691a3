package percolate.plotting.control;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Controls and pictures beside or below each other. */
public final class Arranged extends Control {
    private final boolean beside;
    private final List<Control> parts;

    private Arranged(boolean beside, List<Control> parts) {
        this.beside = beside;
        this.parts = parts;
    }

    /** From left to right; what does not fit goes on below. */
    public static Arranged row(Control... parts) {
        return new Arranged(true, checked("row", parts));
    }

    /** From top to bottom. */
    public static Arranged column(Control... parts) {
        return new Arranged(false, checked("column", parts));
    }

    private static List<Control> checked(String kind, Control... parts) {
        if (parts.length == 0 || Arrays.asList(parts).contains(null)) {
            throw new IllegalArgumentException(kind + ": expected one control or more, got "
                    + (parts.length == 0
                            ? "none"
                            : "null in place " + (Arrays.asList(parts).indexOf(null) + 1))
                    + "; give them as " + kind + "(slider(\"rate\", 0, 1), toggle(\"noise\"))");
        }
        return List.of(parts);
    }

    @Override
    Widget open() {
        var layout = beside ? Map.of("flex_flow", "row wrap", "grid_gap", "4px 20px") : Map.<String, String>of();
        return box(beside ? "HBox" : "VBox", parts.stream().map(Control::widget).toList(), layout);
    }

    @Override
    String words() {
        return parts.stream().map(Control::words).collect(Collectors.joining("; "));
    }

    @Override
    String html() {
        return parts.stream().map(Control::html).collect(Collectors.joining());
    }
}
