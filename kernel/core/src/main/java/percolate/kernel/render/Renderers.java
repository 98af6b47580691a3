package percolate.kernel.render;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import percolate.kernel.api.MimeBundle;
import percolate.kernel.api.Renderer;
import percolate.kernel.cells.CellStopped;

/** The renderers of a session. May be used by several threads at once. */
public final class Renderers {
    private static final Logger LOG = Logger.getLogger(Renderers.class.getName());

    private final List<Entry<?>> entries = new CopyOnWriteArrayList<>();
    private final UnaryOperator<String> names;

    /** Shows values in their own words. */
    public Renderers() {
        this(text -> text);
    }

    /** @param names what is done to the text of each value, which may name classes */
    public Renderers(UnaryOperator<String> names) {
        this.names = names;
    }

    private record Entry<T>(Class<T> type, Renderer<? super T> renderer) {
        MimeBundle render(Object value) {
            return renderer.render(type.cast(value));
        }

        boolean fits(Object value) {
            return type.isInstance(value);
        }

        /** Whether this entry is for a narrower type than the other. */
        boolean narrows(Entry<?> other) {
            return type != other.type && other.type.isAssignableFrom(type);
        }
    }

    /** Adds a renderer; the most specific type wins, between equals the one added last. */
    public <T> void add(Class<T> type, Renderer<? super T> renderer) {
        entries.add(new Entry<>(type, renderer));
    }

    /**
     * The forms of a value, {@code text/plain} always among them. A bundle stays what it is; a renderer that throws is
     * replaced by text with one line that says what failed.
     */
    public MimeBundle render(Object value) {
        if (value instanceof MimeBundle bundle) {
            return bundle;
        }
        var shown = find(value).map(entry -> render(entry, value)).orElseGet(() -> plain(value));
        return written(written(shown, MimeBundle.TEXT), MimeBundle.HTML);
    }

    private MimeBundle written(MimeBundle shown, String form) {
        return shown.data().get(form) instanceof String text ? shown.with(form, names.apply(text)) : shown;
    }

    /** Text, and a table where one reads better. */
    private static MimeBundle plain(Object value) {
        var text = MimeBundle.text(Text.of(value));
        return Tables.html(value).map(html -> text.with(MimeBundle.HTML, html)).orElse(text);
    }

    private static MimeBundle render(Entry<?> entry, Object value) {
        try {
            var bundle = entry.render(value);
            return bundle.data().containsKey(MimeBundle.TEXT) ? bundle : bundle.with(MimeBundle.TEXT, Text.of(value));
        } catch (CellStopped e) {
            throw e;
        } catch (Exception | Error e) {
            var note = "(shown as text: the renderer for " + entry.type().getName() + " failed with " + e + ")";
            LOG.log(Level.WARNING, note, e);
            return MimeBundle.text(Text.of(value) + "\n" + note.replaceAll("\\R", " "));
        }
    }

    private Optional<Entry<?>> find(Object value) {
        Entry<?> best = null;
        for (var entry : entries) {
            if (entry.fits(value) && (best == null || !best.narrows(entry))) {
                best = entry;
            }
        }
        return Optional.ofNullable(best);
    }
}
