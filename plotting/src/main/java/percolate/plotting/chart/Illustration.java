package percolate.plotting.chart;

import java.util.function.UnaryOperator;

/**
 * A picture with options of its own kind beside those that every picture has: {@code diagram(net).gradients(g).dark()}.
 * Immutable; it is drawn when it is shown.
 *
 * @param <S> the kind itself, so that options come in any order
 */
public abstract class Illustration<S extends Illustration<S>> implements Pictured {
    private final UnaryOperator<Picture> dress;

    /** @param dress what was said of title, size and ground; {@code UnaryOperator.identity()} at first */
    protected Illustration(UnaryOperator<Picture> dress) {
        this.dress = dress;
    }

    /** With words above it; an empty text takes them away. */
    public final S title(String text) {
        return with(then(picture -> picture.title(text)));
    }

    /**
     * At another size, its frame included.
     *
     * @param width in CSS pixels; the PNG has twice as many
     * @param height likewise
     */
    public final S size(int width, int height) {
        return with(then(picture -> picture.size(width, height)));
    }

    /** On a dark ground. */
    public final S dark() {
        return with(then(Picture::dark));
    }

    /**
     * Writes the picture as a PNG, whole or not at all.
     *
     * @param file a name that ends in .png; missing folders are made
     * @return this picture
     */
    public final Picture save(String file) {
        return picture().save(file);
    }

    /** As it is shown. */
    @Override
    public final Picture picture() {
        return dress.apply(Picture.of(drawing()));
    }

    /** What the picture shows, in words. */
    public final String alt() {
        return picture().alt();
    }

    protected final UnaryOperator<Picture> dress() {
        return dress;
    }

    private UnaryOperator<Picture> then(UnaryOperator<Picture> more) {
        return picture -> more.apply(dress.apply(picture));
    }

    protected abstract Drawing drawing();

    /** The same with other title, size and ground. */
    protected abstract S with(UnaryOperator<Picture> other);

    /** The words of {@link #alt}. */
    @Override
    public final String toString() {
        return alt();
    }
}
