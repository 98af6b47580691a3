package percolate.kernel.java;

import com.sun.source.util.TreePath;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import percolate.kernel.documentation.Documentation.Compilation;

/**
 * What the names are that could stand at a place: a probe says it, on a thread of its own, and the answer is kept for who
 * asks about the same place again. What a library has marked with an annotation named {@code Internal} is hidden.
 */
final class Signatures {
    private static final String HIDDEN = "Internal";
    private static final String HERE = "$here";
    private static final int MOST_OVERLOADS = 4;
    private static final Answered NOTHING_YET = new Answered(new Place("", List.of(), 0), Map.of());
    private final Workspace workspace;
    private final Knowledge knowledge;
    private final Background background = new Background("percolate-signatures");
    private Future<Map<String, Known>> answer = CompletableFuture.completedFuture(Map.of());
    private volatile Answered last = NOTHING_YET;

    Signatures(Workspace workspace, Knowledge knowledge) {
        this.workspace = workspace;
        this.knowledge = knowledge;
    }

    /** What a name is. */
    record Known(String type, String signature, boolean isHidden) {}

    /** What the answer depends on: it stays while more letters of a name are typed. */
    private record Place(String before, List<String> texts, long snippets) {
        boolean includes(Place other) {
            return before.equals(other.before) && snippets == other.snippets && texts.containsAll(other.texts);
        }
    }

    private record Answered(Place place, Map<String, Known> known) {}

    /** Whether a compiler has answered before, so that its next answer will come soon. */
    boolean isWarm() {
        return !last.equals(NOTHING_YET);
    }

    /**
     * Returns at once. Who has asked before and still waits has to ask again.
     *
     * @param texts what could stand behind a text: each name with what the completion puts behind it
     */
    synchronized Future<Map<String, Known>> of(String before, List<String> texts) {
        answer.cancel(false); // one that is not begun would only be in the way
        answer = background.submit(() -> answered(before, texts));
        return answer;
    }

    private Map<String, Known> answered(String before, List<String> texts) {
        var wanted = new Place(
                before, texts, workspace.compiling(shell -> shell.snippets().count()));
        if (!last.place().includes(wanted)) {
            last = new Answered(wanted, knowledge.probing(files -> probed(before, texts, files)));
        }
        return last.known();
    }

    void close() {
        background.close();
    }

    /** The name alone of what could stand at a place. */
    static String bare(String text) {
        return text.replaceFirst("[(<].*", "").strip();
    }

    private Map<String, Known> probed(String before, List<String> texts, ProbeFiles files) {
        Set<String> names = texts.stream().map(Signatures::bare).collect(Collectors.toCollection(HashSet::new));
        var text = workspace.compiling(shell -> ProbeText.of(shell, before + HERE, before.length(), names));
        var inspector = new Inspector(Probe.of(text.text(), files));
        var isCreated = Masked.of(before, before.length()).isCreated(before.length());
        var known = new HashMap<String, Known>();
        inspector.placeOf(HERE, text.cursor()).ifPresent(path -> elements(inspector, path, names)
                .forEach((name, elements) -> known.put(
                        name, known(elements, inspector.receiver(path), isCreated, inspector.compilation()))));
        return known;
    }

    private static Map<String, List<Element>> elements(Inspector inspector, TreePath path, Set<String> names) {
        var receiver = inspector.receiver(path);
        if (receiver instanceof DeclaredType owner) {
            return inspector
                    .members(path, owner)
                    .filter(one -> names.contains(one.getSimpleName().toString()))
                    .collect(Collectors.groupingBy(one -> one.getSimpleName().toString()));
        }
        return receiver == null ? inspector.inScope(path, names) : Map.of();
    }

    /** @param isCreated whether {@code new} stands before the name, so that the constructors of a type are meant */
    private Known known(List<Element> elements, TypeMirror receiver, boolean isCreated, Compilation compilation) {
        var isType = isCreated && elements.get(0) instanceof TypeElement;
        var shown = (isType ? ElementFilter.constructorsIn(elements.get(0).getEnclosedElements()) : elements)
                .stream().filter(one -> !isHidden(one, compilation)).toList();
        if (shown.isEmpty()) {
            return new Known("", "", !isType);
        }
        var signature = shown.stream()
                .sorted(Simplicity.ORDER)
                .map(one -> signature(one, receiver, compilation))
                .distinct()
                .limit(MOST_OVERLOADS)
                .collect(Collectors.joining(" | "));
        return new Known(type(shown.get(0)), signature, false);
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

    private String signature(Element element, TypeMirror receiver, Compilation compilation) {
        if (element instanceof ExecutableElement method) {
            return knowledge.documentation().call(method, receiver, compilation);
        } else if (element instanceof TypeElement type) {
            return type.getQualifiedName().toString();
        }
        return knowledge.documentation().type(element.asType()) + " " + element.getSimpleName();
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
