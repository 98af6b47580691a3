package percolate.plotting.notebook;

import java.util.ArrayList;
import java.util.List;
import percolate.kernel.api.Display;
import percolate.kernel.api.DisplayHandle;
import percolate.kernel.api.Frontend;
import percolate.kernel.api.MimeBundle;

/** A front end that remembers what it was given: one list per display, first shown, then updated. */
final class Page implements Frontend {
    private final List<List<Shown>> displays = new ArrayList<>();

    /** What came, when, and from which thread. */
    record Shown(MimeBundle bundle, long nanos, String thread) {
        String text() {
            return (String) bundle.data().get(MimeBundle.TEXT);
        }
    }

    static Page connected() {
        var page = new Page();
        Display.connect(page);
        return page;
    }

    @Override
    public DisplayHandle show(Object value) {
        int number = open(value);
        return new DisplayHandle() {
            @Override
            public String id() {
                return String.valueOf(number);
            }

            @Override
            public void update(Object next) {
                add(number, next);
            }
        };
    }

    private synchronized int open(Object value) {
        displays.add(new ArrayList<>());
        add(displays.size() - 1, value);
        return displays.size() - 1;
    }

    private synchronized void add(int number, Object value) {
        displays.get(number)
                .add(new Shown(
                        (MimeBundle) value,
                        System.nanoTime(),
                        Thread.currentThread().getName()));
    }

    @Override
    public void clearOutput(boolean wait) {
        throw new AssertionError("a panel that clears the output flickers");
    }

    @Override
    public void page(MimeBundle bundle) {
        throw new AssertionError("a panel is shown below its cell");
    }

    synchronized List<List<Shown>> displays() {
        return displays.stream().map(List::copyOf).toList();
    }

    synchronized List<Shown> display(int number) {
        return List.copyOf(displays.get(number));
    }
}
