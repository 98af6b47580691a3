package percolate.kernel.java;

import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import percolate.kernel.documentation.Documentation;
import percolate.kernel.documentation.Documentation.Compilation;
import percolate.kernel.language.Completion;
import percolate.kernel.language.Completion.Candidate;

/**
 * What could stand at the cursor, with signatures. JShell says at once which names; a probe says what they are, on a thread
 * of its own: after the very first one who asks does not wait for it long, and has it when asking again. What a
 * library has marked with an annotation named {@code Internal} is left out.
 */
final class Completer {
    private static final int PATIENCE_MILLIS = 35;
    private static final int FIRST_PATIENCE_MILLIS = 500;
    private static final int TOO_MANY = 300;
    private static final Logger LOG = Logger.getLogger(Completer.class.getName());
    private static final Pattern IMPORT = Pattern.compile("(?s)(.*[;\\n])?\\s*import\\s[^;]*");
    private static final String HIDDEN = "Internal";
    private static final String HERE = "$here";
    private static final int MOST_OVERLOADS = 4;
    private final Workspace workspace;
    private final ExecutorService probes =
            new ThreadPoolExecutor(1, 1, 10, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Completer::thread);
    private Place place = new Place("", List.of(), 0);
    private volatile boolean warm;
    private Future<Map<String, Known>> answer = CompletableFuture.completedFuture(Map.of());

    Completer(Workspace workspace) {
        this.workspace = workspace;
    }

    void close() {
        probes.shutdown();
    }

    /** @param declarations of variables that the cell may refer to, besides those that JShell knows */
    Completion at(String declarations, String code, int position) {
        var cursor = Math.max(0, Math.min(position, code.length()));
        if (Masked.of(code, cursor).isProse()) {
            return new Completion(List.of(), cursor, cursor);
        }
        var found =
                workspace.compiling(shell -> Suggestions.of(shell.sourceCodeAnalysis(), declarations, code, cursor));
        var before = code.substring(0, found.start());
        var packages = found.texts().isEmpty() || IMPORT.matcher(before).matches()
                ? workspace.packages().at(code.substring(0, cursor))
                : new Suggestions.Found(List.of(), cursor);
        if (!packages.texts().isEmpty() && (found.texts().isEmpty() || packages.start() == found.start())) {
            var all = Stream.concat(packages.texts().stream(), found.texts().stream())
                    .distinct()
                    .toList();
            return completion(new Suggestions.Found(all, packages.start()), cursor, Map.of());
        }
        return completion(found, cursor, needsNoProbe(found, before) ? Map.of() : known(before, found.texts()));
    }

    /** Nobody reads the signatures of all names that there are, and an import has none. */
    private static boolean needsNoProbe(Suggestions.Found found, String before) {
        return found.texts().isEmpty()
                || found.texts().size() > TOO_MANY
                || IMPORT.matcher(before).matches();
    }

    /** What the answer depends on: it stays while more letters of a name are typed. */
    private record Place(String before, List<String> texts, long snippets) {}

    private Map<String, Known> known(String before, List<String> texts) {
        try {
            return probe(new Place(before, texts, workspace.compiling(shell -> shell.snippets()
                            .count())))
                    .get(warm ? PATIENCE_MILLIS : FIRST_PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Map.of();
        } catch (ExecutionException e) {
            LOG.log(Level.WARNING, "completion: the names are known, but not what they are", e.getCause());
            return Map.of();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Map.of();
        }
    }

    private synchronized Future<Map<String, Known>> probe(Place wanted) {
        var isPart = wanted.before().equals(place.before())
                && wanted.snippets() == place.snippets()
                && place.texts().containsAll(wanted.texts());
        if (!isPart) {
            answer.cancel(false);
            place = wanted;
            answer = probes.submit(() -> {
                synchronized (workspace.probeFiles()) { // whose files only one compilation at a time may read
                    var known = probed(wanted.before(), wanted.texts());
                    warm = true;
                    return known;
                }
            });
        }
        return answer;
    }

    private static Thread thread(Runnable task) {
        var thread = new Thread(task, "percolate-signatures");
        thread.setDaemon(true);
        return thread;
    }

    /** What a name is. */
    private record Known(String type, String signature, boolean isHidden) {}

    private static Completion completion(Suggestions.Found found, int cursor, Map<String, Known> known) {
        var candidates = new ArrayList<Candidate>();
        for (var text : found.texts()) {
            var one = Optional.ofNullable(known.get(bare(text)));
            var isUnusable = one.map(Known::isHidden).orElse(!known.isEmpty() && text.contains("("));
            if (!isUnusable) {
                candidates.add(new Candidate(
                        text,
                        SourceVersion.isKeyword(text.strip())
                                ? "keyword"
                                : one.map(Known::type).orElse(type(text)),
                        one.map(Known::signature).orElse("")));
            }
        }
        return new Completion(candidates, found.start(), cursor);
    }

    private static String bare(String text) {
        return text.replaceFirst("[(<].*", "").strip();
    }

    private static String type(String text) {
        if (text.contains("(")) {
            return "function";
        }
        if (text.endsWith(".")) {
            return "module";
        }
        return Character.isUpperCase(text.charAt(0)) ? "class" : "instance";
    }

    private Map<String, Known> probed(String before, List<String> texts) {
        Set<String> names = texts.stream().map(Completer::bare).collect(Collectors.toCollection(HashSet::new));
        var text = workspace.compiling(shell -> ProbeText.of(shell, before + HERE, before.length(), names));
        var probe = Probe.of(text.text(), workspace.probeFiles());
        var place = probe.around(text.cursor(), Completer::isHere);
        var known = new HashMap<String, Known>();
        place.ifPresent(path -> elements(probe, path, names)
                .forEach((name, elements) ->
                        known.put(name, known(probe, elements, receiver(probe, path), isCreated(before, elements)))));
        return known;
    }

    private static boolean isHere(Tree tree) {
        if (tree instanceof MemberSelectTree select) {
            return select.getIdentifier().contentEquals(HERE);
        } else if (tree instanceof MemberReferenceTree reference) {
            return reference.getName().contentEquals(HERE);
        }
        return tree instanceof IdentifierTree name && name.getName().contentEquals(HERE);
    }

    private static TypeMirror receiver(Probe probe, TreePath path) {
        if (path.getLeaf() instanceof MemberSelectTree select) {
            return probe.type(path, select.getExpression());
        }
        return path.getLeaf() instanceof MemberReferenceTree reference
                ? probe.type(path, reference.getQualifierExpression())
                : null;
    }

    private static Map<String, List<Element>> elements(Probe probe, TreePath path, Set<String> names) {
        var inspector = new Inspector(probe);
        var receiver = receiver(probe, path);
        if (receiver instanceof DeclaredType owner) {
            return inspector
                    .members(path, owner)
                    .filter(one -> names.contains(one.getSimpleName().toString()))
                    .collect(Collectors.groupingBy(one -> one.getSimpleName().toString()));
        }
        return receiver == null ? inspector.inScope(path, names) : Map.of();
    }

    /** Whether types are named behind {@code new}, so that their constructors are meant. */
    private static boolean isCreated(String before, List<Element> elements) {
        return before.stripTrailing().matches("(?s)(.*\\W)?new") && elements.get(0) instanceof TypeElement;
    }

    private static Known known(Probe probe, List<Element> elements, TypeMirror receiver, boolean isCreated) {
        var compilation = new Compilation(probe.elements(), probe.types());
        var shown = (isCreated ? ElementFilter.constructorsIn(elements.get(0).getEnclosedElements()) : elements)
                .stream().filter(one -> !isHidden(one, compilation)).toList();
        if (shown.isEmpty()) {
            return new Known("", "", !isCreated);
        }
        var signature = shown.stream()
                .sorted(Comparator.comparingInt(Completer::parameterCount))
                .map(one -> signature(one, receiver, compilation))
                .distinct()
                .limit(MOST_OVERLOADS)
                .collect(Collectors.joining(" | "));
        return new Known(type(shown.get(0)), signature, false);
    }

    private static int parameterCount(Element element) {
        return element instanceof ExecutableElement method
                ? method.getParameters().size()
                : 0;
    }

    private static boolean isHidden(Element element, Compilation compilation) {
        return element.getModifiers().contains(Modifier.PRIVATE)
                || isMarked(element)
                || (element.getKind() == ElementKind.METHOD
                        && element.getEnclosingElement() instanceof TypeElement owner
                        && overridesMarked((ExecutableElement) element, owner, owner, compilation));
    }

    private static boolean overridesMarked(
            ExecutableElement method, TypeElement owner, TypeElement below, Compilation compilation) {
        return compilation.types().directSupertypes(below.asType()).stream()
                .map(type -> (TypeElement) compilation.types().asElement(type))
                .anyMatch(type -> ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                                .anyMatch(above -> isMarked(above)
                                        && compilation.elements().overrides(method, above, owner))
                        || overridesMarked(method, owner, type, compilation));
    }

    private static boolean isMarked(Element element) {
        return element.getAnnotationMirrors().stream()
                .anyMatch(one ->
                        one.getAnnotationType().asElement().getSimpleName().contentEquals(HIDDEN));
    }

    private static String signature(Element element, TypeMirror receiver, Compilation compilation) {
        if (element instanceof ExecutableElement method) {
            return Documentation.call(method, receiver, compilation);
        } else if (element instanceof TypeElement type) {
            return type.getQualifiedName().toString();
        }
        return Documentation.type(element.asType()) + " " + element.getSimpleName();
    }

    private static String type(Element element) {
        if (element instanceof ExecutableElement) {
            return "function";
        }
        return element.getKind() == ElementKind.PACKAGE
                ? "module"
                : element instanceof TypeElement ? "class" : "instance";
    }
}
