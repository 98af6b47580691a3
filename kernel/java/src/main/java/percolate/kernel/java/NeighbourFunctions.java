package percolate.kernel.java;

import java.lang.reflect.Method;
import java.lang.reflect.TypeVariable;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import percolate.kernel.language.DeclaredFunction;
import percolate.kernel.language.Language;

/**
 * The functions that cells of another language have declared: once a Java cell has named one, JShell gets a method of the
 * same name and types that calls it.
 */
final class NeighbourFunctions {
    private final Language language;
    private final Workspace workspace;
    private final Declared declared;
    private final TypeSource source;
    private final Set<Method> known = new HashSet<>();
    private final IdentityHashMap<Object, String> receivers = new IdentityHashMap<>();

    NeighbourFunctions(Language language, Workspace workspace, TypeSource source) {
        this.language = language;
        this.workspace = workspace;
        this.declared = new Declared(workspace);
        this.source = source;
    }

    /** Declares the functions that any Java cell has mentioned, but for names that a Java cell has declared itself. */
    void share(Set<String> mentioned) {
        var theirs = language.functions().stream()
                .filter(one -> mentioned.contains(one.name()) && !known.contains(one.method()))
                .toList();
        if (theirs.isEmpty()) {
            return;
        }
        var own = declared.functions().stream()
                .filter(one -> one.cell() > 0)
                .map(DeclaredFunction::name)
                .collect(Collectors.toSet());
        theirs.stream().filter(one -> !own.contains(one.name())).forEach(this::declare);
    }

    private void declare(DeclaredFunction function) {
        known.add(function.method());
        workspace.declare(declaration(function));
    }

    private String declaration(DeclaredFunction function) {
        var method = function.method();
        var types = method.getGenericParameterTypes();
        var parameters = IntStream.range(0, types.length)
                .mapToObj(i -> source.of(types[i]) + " p" + i)
                .collect(Collectors.joining(", "));
        var arguments = IntStream.range(0, types.length).mapToObj(i -> "p" + i).collect(Collectors.joining(", "));
        var call = receiver(function) + "." + method.getName() + "(" + arguments + ");";
        return typeParameters(method) + source.of(method.getGenericReturnType()) + " " + method.getName() + "("
                + parameters + ") { " + (method.getReturnType() == void.class ? "" : "return ") + call + " }";
    }

    private String typeParameters(Method method) {
        return method.getTypeParameters().length == 0
                ? ""
                : Stream.of(method.getTypeParameters())
                        .map(this::typeParameter)
                        .collect(Collectors.joining(", ", "<", "> "));
    }

    private String typeParameter(TypeVariable<Method> parameter) {
        return parameter.getName()
                + Stream.of(parameter.getBounds()).map(source::of).collect(Collectors.joining(" & ", " extends ", ""));
    }

    /** What stands before the dot: a class, or a variable of ours that holds the object; completion hides its name. */
    private String receiver(DeclaredFunction function) {
        return function.receiver() == null
                ? source.of(function.method().getDeclaringClass())
                : receivers.computeIfAbsent(function.receiver(), this::newReceiver);
    }

    private String newReceiver(Object receiver) {
        var name = "$receiver" + receivers.size();
        workspace.declare(source.of(receiver.getClass()) + " " + name + ";");
        declared.variable(name).ifPresent(variable -> variable.assign(receiver));
        return name;
    }
}
