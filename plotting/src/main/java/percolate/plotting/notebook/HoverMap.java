package percolate.plotting.notebook;

import java.util.Base64;
import java.util.List;
import java.util.UUID;
import percolate.plotting.chart.Picture;
import percolate.plotting.space.Hover;

/** A picture with words at its points, as an image map: untrusted notebooks keep it, and no script runs. */
final class HoverMap {
    /** Beyond these the page would be slow; the first are told. */
    private static final int MOST = 2_000;

    private static final int RADIUS = 6;

    private HoverMap() {}

    static String html(Picture picture, List<Hover> hovers) {
        var name = "points-" + UUID.randomUUID();
        var size = picture.size();
        var html = new StringBuilder("<img src=\"data:image/png;base64,")
                .append(Base64.getEncoder().encodeToString(picture.png()))
                .append("\" width=\"" + size.width() + "\" height=\"" + size.height() + "\" alt=\"")
                .append(escaped(picture.alt()))
                .append("\" usemap=\"#" + name + "\"><map name=\"" + name + "\">");
        hovers.stream().limit(MOST).forEach(hover -> html.append("<area shape=\"circle\" coords=\"")
                .append(hover.x() + "," + hover.y() + "," + RADIUS)
                .append("\" title=\"")
                .append(escaped(hover.title()))
                .append("\">"));
        return html.append("</map>").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
