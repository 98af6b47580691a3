package percolate.kernel.traceback;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import percolate.kernel.language.CellFrames;
import percolate.kernel.language.Evaluation.Failure;
import percolate.kernel.language.Evaluation.Interrupted;

/**
 * Writes an exception of a cell: its message, then the places in cells that it passed through, each with the library's
 * method that was called there, then its causes, and what can be done about it. Plain text, which reads on any ground.
 */
public final class Traceback {
    private static final int MOST_OF_LIBRARIES = 5;
    private final CellFrames cells;
    private final LearnerHints hints;

    /** @param hints in the words of the cells' language, by an exception's name and message */
    public Traceback(CellFrames cells, Function<String, Optional<String>> hints) {
        this.cells = cells;
        this.hints = new LearnerHints(hints);
    }

    public Failure failure(Throwable thrown) {
        return failure(Thrown.of(thrown, cells));
    }

    public Failure failure(Thrown thrown) {
        return new Failure(thrown.name(), thrown.message(), lines(thrown));
    }

    /** @param trace of the innermost frames, none if it is not known where the cell was stopped */
    public Interrupted interrupted(List<StackTraceElement> trace) {
        var where = frames(trace).stream()
                .map(String::strip)
                .filter(line -> line.startsWith("at cell "))
                .map(line -> " " + line)
                .findFirst();
        return new Interrupted(List.of("Interrupted" + where.orElse("")));
    }

    /** All that there is to show. */
    List<String> lines(Thrown thrown) {
        var lines = new ArrayList<>(List.of(thrown.title()));
        var frames = frames(thrown.frames());
        lines.addAll(frames.isEmpty() ? ofLibraries(thrown.frames()) : frames);
        var above = thrown;
        for (var cause = thrown.cause(); cause.isPresent(); cause = above.cause()) {
            var own = frames(cause.get().frames());
            var further = withoutShared(own, frames);
            if (!cause.get().isSaidBy(above) || !further.isEmpty()) {
                lines.add("Caused by: "
                        + (cause.get().isSaidBy(above)
                                ? cause.get().name()
                                : cause.get().title()));
                lines.addAll(further);
            }
            frames = own;
            above = cause.get();
        }
        hints.hint(thrown).ifPresent(hint -> lines.add("    hint: " + hint));
        return lines;
    }

    /** A cause went through the same cells as what it caused, up to where that was thrown. */
    private static List<String> withoutShared(List<String> lines, List<String> outer) {
        var end = lines.size();
        for (var other = outer.size();
                end > 0 && other > 0 && lines.get(end - 1).equals(outer.get(other - 1));
                other--) {
            end--;
        }
        return lines.subList(0, end);
    }

    private List<String> ofLibraries(List<StackTraceElement> trace) {
        return trace.stream()
                .filter(frame -> !isMachinery(frame))
                .limit(MOST_OF_LIBRARIES)
                .map(frame -> "    at " + function(frame))
                .toList();
    }

    /** The cells' frames, each followed by the library call it was in; what lies between is left out. */
    public List<String> frames(List<StackTraceElement> all) {
        var trace = IntStream.range(0, all.size())
                .filter(at -> !cells.isBridge(all, at))
                .mapToObj(all::get)
                .toList();
        var lines = new ArrayList<String>();
        for (var i = 0; i < trace.size(); i++) {
            var place = cells.place(trace.get(i));
            if (place.isPresent()) {
                lines.add("    " + place.get());
                if (i > 0 && cells.place(trace.get(i - 1)).isEmpty() && !isMachinery(trace.get(i - 1))) {
                    lines.add("        inside " + function(trace.get(i - 1)));
                }
            }
        }
        return Repetitions.shortened(lines);
    }

    private String function(StackTraceElement frame) {
        return cells.library(frame.getClassName()) + "." + frame.getMethodName();
    }

    private boolean isMachinery(StackTraceElement frame) {
        var type = frame.getClassName();
        return (type.startsWith("percolate.kernel.") && !type.startsWith("percolate.kernel.api."))
                || type.startsWith("jdk.internal.")
                || type.startsWith("java.lang.reflect.")
                || type.startsWith("java.lang.invoke.")
                || cells.isMachinery(frame);
    }
}
