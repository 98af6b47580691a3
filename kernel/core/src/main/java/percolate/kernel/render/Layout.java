package percolate.kernel.render;

import percolate.kernel.render.Outline.Group;
import percolate.kernel.render.Outline.Named;

/** Breaks an outline into lines: what fits stays on one; nested parts get lines of their own, words fill lines up. */
final class Layout {
    private static final int WIDTH = 100;
    private static final int DEEPEST_INDENT = 40;

    private final StringBuilder text = new StringBuilder();
    private int lineStart;

    private Layout() {}

    static String of(Outline outline) {
        var layout = new Layout();
        layout.write(outline);
        return layout.text.toString();
    }

    private void write(Outline outline) {
        var flat = outline.flat();
        if (column() + flat.length() <= WIDTH || outline instanceof Outline.Word) {
            text.append(flat);
        } else if (outline instanceof Named named) {
            text.append(named.name()).append('=');
            write(named.value());
        } else {
            write((Group) outline);
        }
    }

    private void write(Group group) {
        text.append(group.open());
        int indent = Math.min(column(), DEEPEST_INDENT);
        boolean apart = group.isNested();
        for (int i = 0; i < group.parts().size(); i++) {
            var part = group.parts().get(i);
            if (i > 0) {
                text.append(',');
                separate(apart || column() + part.flat().length() + 2 > WIDTH, indent);
            }
            write(part);
        }
        text.append(group.close());
    }

    private void separate(boolean line, int indent) {
        if (line) {
            text.append('\n');
            lineStart = text.length();
            text.append(" ".repeat(indent));
        } else {
            text.append(' ');
        }
    }

    private int column() {
        return text.length() - lineStart;
    }
}
