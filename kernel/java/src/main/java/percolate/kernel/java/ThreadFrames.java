package percolate.kernel.java;

import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SourceCodeAnalysis.SnippetWrapper;

/**
 * Gives the frames of an exception that JShell did not see, because it ended a thread of a cell, the form in which JShell
 * writes those that it saw.
 */
final class ThreadFrames implements UnaryOperator<StackTraceElement[]> {
    private static final Pattern WRAPPER = Pattern.compile("(REPL\\.\\$JShell\\$\\w+?)(?:\\$(.*))?");
    private final Workspace workspace;

    ThreadFrames(Workspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public StackTraceElement[] apply(StackTraceElement[] raw) {
        return workspace.compiling(
                shell -> Stream.of(raw).map(frame -> translated(shell, frame)).toArray(StackTraceElement[]::new));
    }

    private static StackTraceElement translated(JShell shell, StackTraceElement frame) {
        var name = WRAPPER.matcher(frame.getClassName());
        if (!name.matches()) {
            return frame;
        }
        return shell.snippets()
                .map(snippet -> translated(shell.sourceCodeAnalysis().wrapper(snippet), snippet.id(), frame))
                .flatMap(Optional::stream)
                .findFirst()
                .orElse(frame);
    }

    private static Optional<StackTraceElement> translated(SnippetWrapper wrapper, String id, StackTraceElement frame) {
        var name = frame.getClassName();
        if (!name.equals(wrapper.fullClassName()) && !name.startsWith(wrapper.fullClassName() + "$")) {
            return Optional.empty();
        }
        var type =
                name.substring(Math.min(name.length(), wrapper.fullClassName().length() + 1));
        var position = wrapper.wrappedToSourcePosition(startOf(wrapper.wrapped(), frame.getLineNumber()));
        var line = 1
                + (int) wrapper.source()
                        .substring(
                                0,
                                Math.max(0, Math.min(position, wrapper.source().length())))
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return Optional.of(new StackTraceElement(type, frame.getMethodName(), "#" + id, line));
    }

    /** Where a line's first visible letter stands. */
    private static int startOf(String text, int line) {
        var at = 0;
        for (var passed = 1; passed < line && text.indexOf('\n', at) >= 0; passed++) {
            at = text.indexOf('\n', at) + 1;
        }
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }
}
