package percolate.kernel.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.function.Consumer;
import percolate.kernel.cells.CellLoader;

/** Tells below the running cell what it is in, when it goes on although it was told to stop. */
record Hanging(CurrentCell cells) implements Consumer<Thread> {
    @Override
    public void accept(Thread thread) {
        var place = place(List.of(thread.getStackTrace()));
        var sentence = "The cell was told to stop but is still in " + place
                + ", which cannot be stopped from outside; it ends when that returns, or with a restart of the kernel.\n";
        var bytes = sentence.getBytes(UTF_8);
        cells.running().ifPresent(cell -> cell.print(PrintedStream.STDERR, bytes, 0, bytes.length));
    }

    /** What the cell's own code has called; what runs, if none of that is on the stack. */
    private static String place(List<StackTraceElement> stack) {
        var own = 0;
        while (own < stack.size() && !CellLoader.NAME.equals(stack.get(own).getClassLoaderName())) {
            own++;
        }
        if (stack.isEmpty()) {
            return "its last call";
        }
        var called = stack.get(own == stack.size() ? 0 : Math.max(0, own - 1));
        return called.getClassName() + "." + called.getMethodName();
    }
}
