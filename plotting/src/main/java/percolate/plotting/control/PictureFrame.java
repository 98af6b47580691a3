package percolate.plotting.control;

import java.util.Base64;
import java.util.Map;
import java.util.Objects;
import percolate.plotting.chart.Picture;

/**
 * A place on the page for a picture that can be replaced: {@code var shown = picture(plot(…))}, then in a handler
 * {@code shown.update(plot(…))}.
 */
public final class PictureFrame extends Control {
    private Picture picture;
    private Widget model;

    private PictureFrame(Picture picture) {
        this.picture = picture;
    }

    public static PictureFrame of(Picture picture) {
        return new PictureFrame(Objects.requireNonNull(picture, "picture: it is null; give one such as plot(x, y)"));
    }

    /** Shows another picture in the same place. May be called from any thread. */
    public PictureFrame update(Picture next) {
        Objects.requireNonNull(next, "picture.update: it is null; give one such as plot(x, y)");
        Widget open;
        synchronized (this) {
            picture = next;
            open = model;
        }
        if (open != null) {
            open.set(state(next));
        }
        return this;
    }

    /** What is shown now. */
    public synchronized Picture picture() {
        return picture;
    }

    @Override
    Widget open() {
        var opened = Widget.control("Image", state(picture()));
        synchronized (this) {
            model = opened;
        }
        return opened;
    }

    private static Map<String, Object> state(Picture picture) {
        var size = picture.size();
        return Map.of(
                "format", "png",
                "value", picture.png(),
                "width", String.valueOf(size.width()),
                "height", String.valueOf(size.height()),
                // Pages look whether a control is described already before they show its tooltip.
                "description", "",
                "tooltip", picture.alt());
    }

    @Override
    String words() {
        return picture().alt();
    }

    @Override
    String html() {
        var now = picture();
        return "<p><img src=\"data:image/png;base64," + Base64.getEncoder().encodeToString(now.png()) + "\" width=\""
                + now.size().width() + "\" alt=\"" + Words.escaped(now.alt()) + "\"></p>";
    }
}
