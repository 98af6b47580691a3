package percolate.kernel.api;

import java.io.PrintStream;

/** Prints what would have been shown, where no notebook is connected. */
final class PlainFrontend implements Frontend {
    private final PrintStream out;

    PlainFrontend() {
        this(System.out);
    }

    PlainFrontend(PrintStream out) {
        this.out = out;
    }

    @Override
    public DisplayHandle show(Object value) {
        print(value);
        return new DisplayHandle() {
            @Override
            public String id() {
                return "plain";
            }

            @Override
            public void update(Object next) {
                print(next);
            }
        };
    }

    @Override
    public void clearOutput(boolean wait) {
        // What is printed stays printed.
    }

    @Override
    public void page(MimeBundle bundle) {
        print(bundle);
    }

    private void print(Object value) {
        var text = value instanceof MimeBundle bundle ? bundle.data().get(MimeBundle.TEXT) : value;
        if (text != null || !(value instanceof MimeBundle)) {
            out.println(text);
        }
    }
}
