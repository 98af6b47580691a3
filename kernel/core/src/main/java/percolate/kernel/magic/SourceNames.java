package percolate.kernel.magic;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import percolate.kernel.language.Evaluation;
import percolate.kernel.language.Evaluation.Failure;
import percolate.kernel.language.Evaluation.Interrupted;

/**
 * Names of what was loaded. Languages know code by a cell's number; code from a file gets a number that no notebook
 * reaches, and in errors its name takes the number's place, also in those that come from later cells.
 */
final class SourceNames {
    private static final int FIRST = 1_000_000;
    private static final Pattern NUMBERED = Pattern.compile("\\bcell (\\d{7,9})\\b");

    private final AtomicInteger count = new AtomicInteger(FIRST);
    private final Map<String, String> names = new ConcurrentHashMap<>();

    int number(String name) {
        var number = count.incrementAndGet();
        names.put(String.valueOf(number), name);
        return number;
    }

    /** For example {@code cell 3} or {@code tools.jsh}. */
    String name(Source source) {
        return named("cell " + source.number());
    }

    Evaluation named(Evaluation evaluation) {
        if (names.isEmpty()) {
            return evaluation;
        } else if (evaluation instanceof Failure failure) {
            return new Failure(failure.name(), named(failure.message()), named(failure.traceback()));
        }
        return evaluation instanceof Interrupted stopped ? new Interrupted(named(stopped.traceback())) : evaluation;
    }

    private List<String> named(List<String> lines) {
        return lines.stream().map(this::named).toList();
    }

    private String named(String text) {
        return NUMBERED.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(names.getOrDefault(found.group(1), found.group())));
    }
}
