package percolate.plotting.control;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import percolate.kernel.api.MimeBundle;

/**
 * Something in the page that can be moved, chosen or pressed. A cell that ends in one shows it; shown twice, both places are
 * the same control.
 *
 * <p>Handlers run beside the cells, also while one computes, each control's one after the other. While one runs only the
 * newest change waits. What they print appears below the cell that made the control; what they throw is said below the
 * control, which goes on.
 */
public abstract sealed class Control permits Valued, Button, PictureFrame, Arranged {
    private static final String WIDGET = "application/vnd.jupyter.widget-view+json";

    /** What stands beside a control that nothing on the page can draw. */
    private static final String NOTE =
            "to use it, open the notebook where JupyterLab has its widgets (pip install jupyterlab_widgets), and run"
                    + " the cell again";

    private Widget shown;

    /** Opens the models of this control and gives the outermost. */
    abstract Widget open();

    /** What the control is and holds, in words, for pages and consoles that cannot draw it. */
    abstract String words();

    /** Likewise as HTML. */
    abstract String html();

    /** The models of this control; opened when first shown, and anew once a front end has closed them. */
    final synchronized Widget widget() {
        if (shown == null || !shown.isOpen()) {
            shown = open();
        }
        return shown;
    }

    /** The control for a front end, with its words where there is nobody to talk to. */
    public final MimeBundle bundle() {
        var said = MimeBundle.text(words() + " (" + NOTE + ")")
                .with(MimeBundle.HTML, html() + "<p><em>" + Words.escaped(NOTE) + "</em></p>");
        try {
            return said.with(WIDGET, Map.of("version_major", 2, "version_minor", 0, "model_id", widget().id()));
        } catch (IllegalStateException alone) {
            return said;
        }
    }

    /** A box around other models. */
    static Widget box(String kind, List<Widget> children, Map<String, ?> layout) {
        return Widget.control(
                kind,
                Map.of(
                        "children",
                        children.stream().map(Widget::reference).toList(),
                        "layout",
                        Widget.layout(layout).reference()));
    }

    /** A state with a name in front that has all the room it needs. */
    static Map<String, Object> described(String name, String style, String width) {
        var state = new LinkedHashMap<String, Object>();
        state.put("description", name);
        state.put(
                "style",
                Widget.style(style, Map.of("description_width", "initial")).reference());
        state.put("layout", Widget.layout(Map.of("width", width)).reference());
        return state;
    }

    /** The words of this control. */
    @Override
    public final String toString() {
        return words();
    }
}
