package percolate.plotting.notebook;

import java.util.Base64;
import java.util.Map;
import percolate.kernel.api.MimeBundle;
import percolate.plotting.chart.Picture;

/** A picture for the front end: pixels, the size they are meant for, and their words. */
final class PictureBundle {
    private PictureBundle() {}

    static MimeBundle of(Picture picture) {
        var size = picture.size();
        var alt = picture.alt();
        return MimeBundle.text(alt)
                .with(MimeBundle.PNG, Base64.getEncoder().encodeToString(picture.png()))
                .withMetadata(MimeBundle.PNG, Map.of("width", size.width(), "height", size.height(), "alt", alt));
    }
}
