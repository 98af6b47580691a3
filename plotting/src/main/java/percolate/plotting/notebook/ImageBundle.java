package percolate.plotting.notebook;

import java.awt.Graphics2D;
import java.awt.Image;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.awt.image.MultiResolutionImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import javax.swing.ImageIcon;
import percolate.kernel.api.MimeBundle;

/** An image of the JDK as a picture: pixel by pixel, a very large one made smaller, one with several resolutions crisp. */
final class ImageBundle {
    private static final int MOST = 2_000;

    private ImageBundle() {}

    static MimeBundle of(Image image) {
        var loaded = new ImageIcon(image);
        int width = loaded.getIconWidth();
        int height = loaded.getIconHeight();
        if (width <= 0 || height <= 0) {
            return MimeBundle.text("an image without pixels: it could not be loaded");
        }
        double share = Math.min(1, (double) MOST / Math.max(width, height));
        int shownWidth = Math.max(1, (int) Math.round(width * share));
        int shownHeight = Math.max(1, (int) Math.round(height * share));
        var pixels = share < 1 ? drawn(image, shownWidth, shownHeight) : finest(image, width, height);
        var alt = "image, " + width + " × " + height + " pixels"
                + (share < 1 ? ", shown at " + shownWidth + " × " + shownHeight : "");
        return onGround(PictureBundle.of(png(pixels), shownWidth, shownHeight, alt), pixels);
    }

    /** The variant with the most pixels. */
    private static BufferedImage finest(Image image, int width, int height) {
        if (image instanceof BufferedImage buffered) {
            return buffered;
        } else if (image instanceof MultiResolutionImage several) {
            var variants = several.getResolutionVariants();
            var last = new ImageIcon(variants.get(variants.size() - 1));
            return drawn(last.getImage(), last.getIconWidth(), last.getIconHeight());
        }
        return drawn(image, width, height);
    }

    private static BufferedImage drawn(Image image, int width, int height) {
        var copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        Graphics2D g = copy.createGraphics();
        try {
            g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            g.drawImage(image, 0, 0, width, height, null);
        } finally {
            g.dispose();
        }
        return copy;
    }

    private static byte[] png(BufferedImage image) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            if (!ImageIO.write(image, "png", out)) {
                return png(drawn(image, image.getWidth(), image.getHeight()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** Where an image can be seen through, the front end is told which ground its ink needs; it reads that at the top. */
    private static MimeBundle onGround(MimeBundle bundle, BufferedImage image) {
        var metadata = new HashMap<>(bundle.metadata());
        if (image.getColorModel().hasAlpha()) {
            Ground.of(image).ifPresent(ground -> metadata.put("needs_background", ground));
        }
        return new MimeBundle(bundle.data(), metadata);
    }
}
