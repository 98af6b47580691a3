package percolate.kernel.api;

/**
 * Turns a value into what a front end can show.
 *
 * <p>A renderer that throws does no harm: the value is shown as text together with a note that says what failed.
 */
@FunctionalInterface
public interface Renderer<T> {
    /**
     * The forms of {@code value}. Give {@code text/plain} whenever words can say what a picture shows; the kernel adds
     * {@code String.valueOf(value)} where it is missing.
     */
    MimeBundle render(T value);
}
