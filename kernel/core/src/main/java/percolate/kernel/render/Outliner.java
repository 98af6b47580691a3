package percolate.kernel.render;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import percolate.kernel.render.Outline.Group;
import percolate.kernel.render.Outline.Named;
import percolate.kernel.render.Outline.Word;

/** Takes one value apart, as far as a reader follows and as there is room. */
final class Outliner {
    private static final int DEEPEST = 8;
    private static final int LONGEST_WORD = 1_000;
    private static final Word DOTS = new Word("…");

    private final Deque<Object> around = new ArrayDeque<>();
    private int room;

    /** @param room about how many characters there may be */
    Outliner(int room) {
        this.room = room;
    }

    Outline of(Object value) {
        if (room <= 0) {
            return DOTS;
        }
        return isApart(value) ? inner(value) : word(Words.of(value));
    }

    /** Whether a value is shown through its parts. */
    static boolean isApart(Object value) {
        return value != null
                && (value.getClass().isArray()
                        || value instanceof Optional<?>
                        || ((value instanceof Collection<?> || value instanceof Map<?, ?> || value instanceof Map.Entry)
                                && Names.isStandard(value))
                        || Parts.areGenerated(value)
                        || isBareIterable(value));
    }

    /** An Iterable that says nothing of itself; one that can be walked once only is left alone. */
    private static boolean isBareIterable(Object value) {
        return value instanceof Iterable<?>
                && !(value instanceof AutoCloseable)
                && !Names.isLazy(value)
                && !value.getClass().isHidden()
                && Names.isUnspoken(value);
    }

    private Outline inner(Object value) {
        for (var outer : around) {
            if (outer == value) {
                return word((outer == around.peek() ? "(this " : "(the outer ") + kind(value) + ")");
            }
        }
        if (around.size() >= DEEPEST) {
            return word("(more inside)");
        }
        around.push(value);
        try {
            return group(value);
        } finally {
            around.pop();
        }
    }

    private static String kind(Object value) {
        return value.getClass().isArray()
                ? "array"
                : value instanceof Map<?, ?> ? "Map" : value instanceof Collection<?> ? "Collection" : "object";
    }

    private Outline group(Object value) {
        if (value instanceof Optional<?> optional) {
            return optional.isEmpty()
                    ? word("Optional.empty")
                    : new Group("Optional[", List.of(of(optional.get())), "]");
        } else if (value instanceof Map.Entry<?, ?> entry) {
            return named(entry);
        } else if (value instanceof Record) {
            return new Group(Names.of(value.getClass()) + "[", parts(value), "]");
        } else if (value instanceof Map<?, ?>) {
            return new Group("{", elements(value), "}");
        }
        var name = Names.isStandard(value) || value.getClass().isArray() ? "" : Names.of(value.getClass()) + " ";
        return new Group(name + "[", elements(value), "]");
    }

    private List<Outline> parts(Object value) {
        var parts = new ArrayList<Outline>();
        for (var part : Parts.of(value).entrySet()) {
            parts.add(new Named(part.getKey(), of(part.getValue())));
            room -= part.getKey().length() + 2;
        }
        return parts;
    }

    private Outline named(Map.Entry<?, ?> entry) {
        return new Named(Words.shortened(of(entry.getKey()).flat(), LONGEST_WORD), of(entry.getValue()));
    }

    private List<Outline> elements(Object value) {
        var ends = Ends.of(value, Ends.isNested(value), around.size() > 1);
        var parts = new ArrayList<Outline>();
        add(parts, ends.head());
        if (ends.left() != 0) {
            parts.add(new Word(dots(ends)));
        }
        add(parts, ends.tail());
        return parts;
    }

    private void add(List<Outline> parts, List<?> elements) {
        for (var element : elements) {
            if (room <= 0) {
                parts.add(DOTS);
                return;
            }
            parts.add(element instanceof Map.Entry<?, ?> entry && Names.isStandard(entry) ? named(entry) : of(element));
        }
    }

    private static String dots(Ends ends) {
        if (ends.left() < 0) {
            return DOTS.text();
        }
        var more = "… " + String.format(Locale.ROOT, "%,d", ends.left()) + " more";
        return ends.tail().isEmpty() ? more : more + " …";
    }

    private Word word(String text) {
        var shown = Words.shortened(text, LONGEST_WORD);
        room -= shown.length() + 2;
        return new Word(shown);
    }
}
