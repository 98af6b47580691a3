package percolate.kernel.session;

import java.util.ArrayList;
import percolate.kernel.language.Evaluation.Failure;

/** Says what to do where a cell filled the heap. */
final class FullHeap {
    private FullHeap() {}

    /** The same failure; if the heap was full, with a line that says how to go on. */
    static Failure explained(Failure failure) {
        if (!failure.name().equals("OutOfMemoryError")) {
            return failure;
        }
        var megabytes = Runtime.getRuntime().maxMemory() >> 20;
        var lines = new ArrayList<>(failure.traceback());
        lines.add("The heap has " + megabytes
                + " MB; set variables that hold much to null, or start the kernel with more,"
                + " for example with PERCOLATE_JAVA_OPTIONS=-Xmx" + (megabytes * 2) + "m in its environment");
        return new Failure(failure.name(), failure.message(), lines);
    }
}
