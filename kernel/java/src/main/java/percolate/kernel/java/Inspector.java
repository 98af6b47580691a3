package percolate.kernel.java;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import percolate.kernel.documentation.Documentation.Compilation;

/** Which declarations a name in a probed text means. */
final class Inspector {
    private final Probe probe;

    Inspector(Probe probe) {
        this.probe = probe;
    }

    /**
     * What a name may mean, the likeliest first.
     *
     * @param receiver the type of what stands before the dot; may be null
     */
    record Meaning(List<Element> elements, TypeMirror receiver) {
        static final Meaning NONE = new Meaning(List.of(), null);
    }

    /** @param start of the name in the probe's text */
    Meaning of(Masked.Name name, int start, boolean isCreated) {
        var path = placeOf(name.text(), start);
        if (path.isEmpty()) {
            return Meaning.NONE;
        }
        var receiver = receiver(path.get());
        var element = probe.trees().getElement(path.get());
        if (element == null
                || element.getKind() == ElementKind.PACKAGE
                || element.asType().getKind() == TypeKind.ERROR) {
            return new Meaning(byName(path.get(), receiver, name.text()), receiver);
        } else if (isCreated && element instanceof TypeElement type) {
            var constructors = ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                    .filter(one -> !one.getModifiers().contains(Modifier.PRIVATE))
                    .toList();
            return new Meaning(
                    Stream.<Element>concat(constructors.stream(), Stream.of(type))
                            .toList(),
                    null);
        }
        return new Meaning(withOverloads(element, path.get(), receiver), receiver);
    }

    /** The same, the overload first that fits the arguments around a place. */
    Meaning ofCall(Masked.Call call, int start, boolean isCreated) {
        var meaning = of(call.method(), start, isCreated);
        var methods = ElementFilter.methodsIn(meaning.elements()).isEmpty()
                ? ElementFilter.constructorsIn(meaning.elements())
                : ElementFilter.methodsIn(meaning.elements());
        var arguments = arguments(start);
        return new Meaning(
                methods.stream()
                        .sorted(Comparator.comparingInt(
                                        (ExecutableElement method) -> misfits(method, arguments, call.argument()))
                                .thenComparingInt(method -> arguments.stream().allMatch(Inspector::isUnknown)
                                        ? Simplicity.strangeness(method)
                                        : 0))
                        .map(Element.class::cast)
                        .toList(),
                meaning.receiver());
    }

    /** The smallest tree of a name around an offset of the probe's text. */
    Optional<TreePath> placeOf(String name, int offset) {
        return probe.around(offset, tree -> isNamed(tree, name));
    }

    Compilation compilation() {
        return new Compilation(probe.elements(), probe.types());
    }

    private static boolean isNamed(Tree tree, String name) {
        if (tree instanceof IdentifierTree one) {
            return one.getName().contentEquals(name);
        } else if (tree instanceof MemberSelectTree one) {
            return one.getIdentifier().contentEquals(name);
        } else if (tree instanceof MemberReferenceTree one) {
            return one.getName().contentEquals(name);
        } else if (tree instanceof VariableTree one) {
            return one.getName().contentEquals(name);
        } else if (tree instanceof MethodTree one) {
            return one.getName().contentEquals(name);
        }
        return tree instanceof ClassTree one && one.getSimpleName().contentEquals(name);
    }

    /** The type of what stands before a name and its dot; null if nothing does. */
    TypeMirror receiver(TreePath path) {
        if (path.getLeaf() instanceof MemberSelectTree select) {
            return probe.type(path, select.getExpression());
        }
        return path.getLeaf() instanceof MemberReferenceTree reference
                ? probe.type(path, reference.getQualifierExpression())
                : null;
    }

    /** All that has this name, where no one of it fits. */
    private List<Element> byName(TreePath path, TypeMirror receiver, String name) {
        if (receiver instanceof DeclaredType owner) {
            return members(path, owner)
                    .filter(one -> one.getSimpleName().contentEquals(name))
                    .toList();
        }
        return inScope(path, Set.of(name)).getOrDefault(name, List.of());
    }

    /** What code at a place may use of a type. */
    Stream<Element> members(TreePath place, DeclaredType owner) {
        var scope = probe.trees().getScope(place);
        return probe.elements().getAllMembers((TypeElement) owner.asElement()).stream()
                .filter(one -> probe.trees().isAccessible(scope, one, owner))
                .map(Element.class::cast);
    }

    /** What names mean at a place, without anything before them. */
    Map<String, List<Element>> inScope(TreePath path, Set<String> names) {
        var found = new LinkedHashSet<Element>();
        for (var scope = probe.trees().getScope(path); scope != null; scope = scope.getEnclosingScope()) {
            scope.getLocalElements().forEach(found::add);
            Optional.ofNullable(scope.getEnclosingClass())
                    .ifPresent(type -> found.addAll(probe.elements().getAllMembers(type)));
        }
        return found.stream()
                .filter(one -> names.contains(one.getSimpleName().toString()))
                .collect(Collectors.groupingBy(one -> one.getSimpleName().toString()));
    }

    /** An element, and the other methods of its name. */
    private List<Element> withOverloads(Element element, TreePath path, TypeMirror receiver) {
        if (element.getKind() != ElementKind.METHOD) {
            return List.of(element);
        }
        var others = byName(path, receiver, element.getSimpleName().toString()).stream()
                .filter(one -> one.getKind() == ElementKind.METHOD && !one.equals(element));
        return Stream.concat(Stream.of(element), others).toList();
    }

    private List<TypeMirror> arguments(int start) {
        var call = probe.around(start, tree -> tree instanceof MethodInvocationTree || tree instanceof NewClassTree);
        return call.<List<TypeMirror>>map(path -> {
                    var trees = path.getLeaf() instanceof MethodInvocationTree invocation
                            ? invocation.getArguments()
                            : ((NewClassTree) path.getLeaf()).getArguments();
                    var types = new ArrayList<TypeMirror>();
                    trees.forEach(tree -> types.add(probe.type(path, tree)));
                    return types;
                })
                .orElse(List.of());
    }

    /** How badly a method fits the arguments that are written already; 0 is well. */
    private int misfits(ExecutableElement method, List<TypeMirror> arguments, int argument) {
        var parameters = method.getParameters();
        var bad =
                parameters.size() > argument || method.isVarArgs() || (argument == 0 && arguments.isEmpty()) ? 0 : 100;
        for (var i = 0; i < Math.min(argument + 1, arguments.size()); i++) {
            var last = parameters.size() - 1;
            var wanted = i <= last ? parameters.get(i).asType() : null;
            var fits = wanted != null && accepts(wanted, arguments.get(i));
            bad += fits || (method.isVarArgs() && i >= last) ? 0 : 10;
        }
        return bad + Math.abs(parameters.size() - Math.max(arguments.size(), argument + 1));
    }

    private static boolean isUnknown(TypeMirror given) {
        return given == null
                || given.getKind() == TypeKind.ERROR
                || given.getKind() == TypeKind.NONE
                || given.getKind() == TypeKind.EXECUTABLE;
    }

    private boolean accepts(TypeMirror wanted, TypeMirror given) {
        var types = probe.types();
        return isUnknown(given) || types.isAssignable(types.erasure(given), types.erasure(wanted));
    }
}
