package percolate.kernel.java;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import percolate.kernel.java.Signatures.Known;
import percolate.kernel.language.Completion;
import percolate.kernel.language.Completion.Candidate;

/**
 * What could stand at the cursor, with signatures. Whoever asks does not wait long: what is not known by then, which the
 * first questions of a session may meet, is there when asking again.
 */
final class Completer {
    private static final int PATIENCE_MILLIS = 300;
    /** As long as there is nothing else to answer with. */
    private static final int LONGEST_MILLIS = 2_000;

    private static final int SIGNATURE_PATIENCE_MILLIS = 35;
    private static final int TOO_MANY = 300;
    private static final Logger LOG = Logger.getLogger(Completer.class.getName());
    private static final Pattern IMPORT = Pattern.compile("(?s)(.*[;\\n])?\\s*import\\s[^;]*");
    private final Workspace workspace;
    private final Knowledge knowledge;
    private final KnownNames names;
    private final Signatures signatures;
    private final Background background = new Background("percolate-names");

    Completer(Workspace workspace, Knowledge knowledge, KnownNames names) {
        this.workspace = workspace;
        this.knowledge = knowledge;
        this.names = names;
        this.signatures = new Signatures(workspace, knowledge);
    }

    void close() {
        background.close();
        signatures.close();
    }

    /** @param declarations of variables that the cell may refer to, besides those that JShell knows */
    Completion at(String declarations, String code, int position) {
        var cursor = Math.max(0, Math.min(position, code.length()));
        var masked = Masked.of(code, cursor);
        if (masked.isProse()) {
            return new Completion(List.of(), cursor, cursor);
        }
        var isArgument = masked.callAround(cursor).isPresent();
        var answer = background.submit(() -> found(declarations, code, cursor, isArgument));
        var end = in(PATIENCE_MILLIS);
        try {
            var found = answered(answer, end);
            var keywords = Keywords.at(masked, cursor);
            return found.isPresent()
                    ? completion(found.get().before(keywords), cursor, signatures(found.get(), code, end))
                    : late(answer, names.at(masked, cursor).before(keywords), cursor);
        } finally {
            answer.cancel(false); // one that nobody waits for any more need not be begun
        }
    }

    /** An answer of what is known without the compiler; where that is nothing, it is worth waiting longer. */
    private static Completion late(Future<Suggestions.Found> answer, Suggestions.Found meanwhile, int cursor) {
        var found = meanwhile.texts().isEmpty()
                ? answered(answer, in(LONGEST_MILLIS)).orElse(meanwhile)
                : meanwhile;
        return completion(found, cursor, Map.of());
    }

    private Map<String, Known> signatures(Suggestions.Found found, String code, long end) {
        var before = code.substring(0, found.start());
        return needsNoSignatures(found, before)
                ? Map.of()
                : answered(signatures.of(before, found.texts()), signaturesEnd(end))
                        .orElse(Map.of());
    }

    private static long in(int millis) {
        return System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    }

    /** The first signatures of a session take longer, and are worth waiting for. */
    private long signaturesEnd(long end) {
        return signatures.isWarm() ? Math.min(end, in(SIGNATURE_PATIENCE_MILLIS)) : end;
    }

    /** An answer, if it comes in time. */
    private static <T> Optional<T> answered(Future<T> answer, long end) {
        try {
            return Optional.of(answer.get(Math.max(0, end - System.nanoTime()), TimeUnit.NANOSECONDS));
        } catch (TimeoutException | CancellationException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            LOG.log(Level.WARNING, "completion: the compiler failed", e.getCause());
            return Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private Suggestions.Found found(String declarations, String code, int cursor, boolean isArgument) {
        var found = workspace.compiling(
                shell -> Suggestions.of(shell.sourceCodeAnalysis(), declarations, code, cursor, isArgument));
        var packages = found.texts().isEmpty() || isImport(code.substring(0, found.start()))
                ? knowledge.packages().at(code.substring(0, cursor))
                : new Suggestions.Found(List.of(), cursor);
        var namesPackages =
                !packages.texts().isEmpty() && (found.texts().isEmpty() || packages.start() == found.start());
        return namesPackages ? packages.before(found) : found;
    }

    private static boolean isImport(String before) {
        return IMPORT.matcher(before).matches();
    }

    /** Nobody reads the signatures of all names that there are; packages and imports have none. */
    private static boolean needsNoSignatures(Suggestions.Found found, String before) {
        return found.texts().isEmpty()
                || found.texts().size() > TOO_MANY
                || found.texts().get(0).endsWith(".")
                || isImport(before);
    }

    private static Completion completion(Suggestions.Found found, int cursor, Map<String, Known> known) {
        var candidates = new ArrayList<Candidate>();
        for (var text : found.texts()) {
            var one = Optional.ofNullable(known.get(Signatures.bare(text)));
            var isUnusable = one.map(Known::isHidden).orElse(!known.isEmpty() && text.contains("("));
            if (!isUnusable) {
                candidates.add(new Candidate(
                        text,
                        SourceVersion.isKeyword(text.strip()) || Keywords.isOne(text)
                                ? "keyword"
                                : one.map(Known::type).orElse(type(text)),
                        one.map(Known::signature).orElse("")));
            }
        }
        return new Completion(candidates, found.start(), cursor);
    }

    /** What a name looks like. */
    private static String type(String text) {
        if (text.contains("(")) {
            return "function";
        }
        if (text.endsWith(".")) {
            return "module";
        }
        return Suggestions.isClass(text) ? "class" : "instance";
    }
}
