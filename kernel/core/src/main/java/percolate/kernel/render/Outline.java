package percolate.kernel.render;

import java.util.List;
import java.util.stream.Collectors;

/** A value taken apart for writing. */
sealed interface Outline {
    /** All of it on one line. */
    String flat();

    /** Something that is not taken apart further. */
    record Word(String text) implements Outline {
        @Override
        public String flat() {
            return text;
        }
    }

    /** A part with its name or key. */
    record Named(String name, Outline value) implements Outline {
        @Override
        public String flat() {
            return name + "=" + value.flat();
        }
    }

    /** Parts between brackets. */
    record Group(String open, List<Outline> parts, String close) implements Outline {
        public Group {
            parts = List.copyOf(parts);
        }

        @Override
        public String flat() {
            return parts.stream().map(Outline::flat).collect(Collectors.joining(", ", open, close));
        }

        /** Whether a part has parts of its own, and so wants a line of its own. */
        boolean isNested() {
            return parts.stream().anyMatch(part -> inner(part) instanceof Group);
        }

        private static Outline inner(Outline part) {
            return part instanceof Named named ? named.value() : part;
        }
    }
}
