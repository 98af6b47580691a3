package percolate.kernel.api;

import java.util.Objects;

/**
 * Shows values in the notebook while a cell runs: {@code display(x)}, {@code var shown = display(a); shown.update(b)}.
 *
 * <p>The output appears under the cell that the calling thread belongs to. Where no notebook is connected, values are
 * printed to standard output, so that the same code runs in a plain program.
 */
public final class Display {
    private static volatile Frontend frontend = new PlainFrontend();

    private Display() {}

    /** Shows a value through its renderer. */
    public static DisplayHandle display(Object value) {
        return frontend.show(value);
    }

    /** Shows content that is already in a front end's form, for example {@code display("<b>x</b>", "text/html")}. */
    public static DisplayHandle display(Object content, String mimeType) {
        Objects.requireNonNull(content, "display: the content is null; give a text such as \"<b>x</b>\"");
        Objects.requireNonNull(mimeType, "display: the MIME type is null; give one such as \"text/html\"");
        return frontend.show(MimeBundle.of(mimeType, content));
    }

    /** Clears the output of the running cell. */
    public static void clearOutput() {
        clearOutput(false);
    }

    /** Clears the output of the running cell; {@code wait}: not before the next output, so that nothing flickers. */
    public static void clearOutput(boolean wait) {
        frontend.clearOutput(wait);
    }

    /**
     * Shows a text in the front end's pager once the cell has ended, as for documentation that is no result; where a front
     * end has none, below the cell. A cell has one page: a later one takes the place of an earlier.
     */
    public static void page(String text) {
        page(MimeBundle.text(text));
    }

    /** Shows a bundle in the pager; give {@code text/plain} too, for consoles. */
    public static void page(MimeBundle bundle) {
        frontend.page(Objects.requireNonNull(bundle, "page: the bundle is null; give MimeBundle.text(\"...\")"));
    }

    /** Connects displays to a front end; the kernel calls this once, before the first cell. */
    public static void connect(Frontend to) {
        frontend = Objects.requireNonNull(to);
    }
}
