package percolate.kernel.java;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import jdk.jshell.spi.ExecutionControl.UserException;

/** A cell's exception in the form that JShell translates back to snippets and their lines. */
final class ThrownByCell {
    private ThrownByCell() {}

    static UserException of(Throwable thrown) {
        return of(thrown, Collections.newSetFromMap(new IdentityHashMap<>()));
    }

    private static UserException of(Throwable thrown, Set<Throwable> seen) {
        seen.add(thrown);
        var copy = new UserException(thrown.getMessage(), thrown.getClass().getName(), frames(thrown));
        var cause = thrown.getCause();
        copy.initCause(cause == null || seen.contains(cause) ? null : of(cause, seen));
        return copy;
    }

    /** JShell reads every frame's file name, and classes made at run time have none. */
    private static StackTraceElement[] frames(Throwable thrown) {
        return Stream.of(thrown.getStackTrace())
                .map(frame -> new StackTraceElement(
                        frame.getClassName(),
                        frame.getMethodName(),
                        Objects.requireNonNullElse(frame.getFileName(), "unknown"),
                        frame.getLineNumber()))
                .toArray(StackTraceElement[]::new);
    }
}
