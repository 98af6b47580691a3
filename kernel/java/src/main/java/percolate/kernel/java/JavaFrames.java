package percolate.kernel.java;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import percolate.kernel.api.Magics;
import percolate.kernel.language.CellFrames;

/** The frames of Java cells as JShell writes them into exceptions: with {@code #} and the snippet's name for a file. */
final class JavaFrames implements CellFrames {
    private final Origins origins;
    private final UnaryOperator<StackTraceElement[]> translation;

    JavaFrames(Origins origins) {
        this(origins, UnaryOperator.identity());
    }

    /** @param translation gives frames that JShell has not seen the form in which it writes them */
    JavaFrames(Origins origins, UnaryOperator<StackTraceElement[]> translation) {
        this.origins = origins;
        this.translation = translation;
    }

    @Override
    public StackTraceElement[] translated(StackTraceElement[] raw) {
        return translation.apply(raw);
    }

    @Override
    public Optional<Place> place(StackTraceElement frame) {
        if (frame.getFileName() == null || !frame.getFileName().startsWith("#")) {
            return Optional.empty();
        }
        var origin = origins.of(frame.getFileName().substring(1));
        return Optional.of(new Place(origin.cell(), origin.line(frame.getLineNumber()), function(frame)));
    }

    /** {@code area} of the class {@code Shape} is {@code Shape.area}; code outside any method has no name. */
    private static String function(StackTraceElement frame) {
        var type = frame.getClassName();
        var method = frame.getMethodName();
        if (method.startsWith("lambda$")) {
            return "a lambda";
        } else if (method.startsWith("do_it$")) {
            return "";
        } else if (type.isEmpty()) {
            return method;
        }
        return switch (method) {
            case "<init>" -> "new " + type;
            case "<clinit>" -> "a static field of " + type;
            default -> type + "." + method;
        };
    }

    @Override
    public boolean isBridge(List<StackTraceElement> trace, int at) {
        return at > 0
                && (isFirstValue(trace, at) || isMeasured(trace.get(at - 1)))
                && place(trace.get(at)).isPresent();
    }

    /** JShell computes a variable's first value in a method of its own, which the next frame only calls. */
    private static boolean isFirstValue(List<StackTraceElement> trace, int at) {
        return Set.of("", "do_it$").contains(trace.get(at).getMethodName())
                && trace.get(at - 1).getMethodName().equals("do_it$Aux");
    }

    /** The code of {@code %timeit} is handed over by a line that nobody has written. */
    private static boolean isMeasured(StackTraceElement called) {
        return called.getClassName().equals(Magics.class.getName())
                && called.getMethodName().equals("timed");
    }

    @Override
    public String plain(String words) {
        return WrittenNames.of(words);
    }
}
