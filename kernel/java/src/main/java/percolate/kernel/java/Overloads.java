package percolate.kernel.java;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.ImportSnippet;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;

/**
 * Keeps both usable where a cell declares a method named like one that a library's {@code import static … .*} brings: the
 * cell's would hide the library's, unless that is imported by its name as well. Where both take the same types the
 * cell's alone is meant, for a call could not choose.
 */
final class Overloads {
    private static final String ALL = ".*";
    private final StandingImports standing;
    private final ImportedFunctions functions;

    Overloads(StandingImports standing, ImportedFunctions functions) {
        this.standing = standing;
        this.functions = functions;
    }

    /** Called with each method that a cell has declared; imports what it hid, or forgets that import again. */
    void declared(JShell shell, MethodSnippet method) {
        var ofCells = imports(shell)
                .map(ImportSnippet::fullname)
                .filter(name -> name.endsWith(ALL))
                .map(name -> name.substring(0, name.length() - ALL.length()));
        var hidden = Stream.concat(standing.staticClasses(), ofCells)
                .filter(type -> !methods(type, method.name()).isEmpty())
                .findFirst();
        hidden.ifPresent(type -> {
            var named = type + "." + method.name();
            var isImported =
                    imports(shell).filter(one -> one.fullname().equals(named)).findFirst();
            if (!isTaken(shell, type, method.name())) {
                if (isImported.isEmpty()) {
                    shell.eval("import static " + named + ";");
                }
            } else {
                isImported.ifPresent(shell::drop);
            }
        });
    }

    private static Stream<ImportSnippet> imports(JShell shell) {
        return shell.imports().filter(one -> one.isStatic() && shell.status(one) == Snippet.Status.VALID);
    }

    /** Whether a cell's method of this name takes the very types that one of the library's takes. */
    private boolean isTaken(JShell shell, String type, String name) {
        var ours = methods(type, name).stream().map(Overloads::parameters).collect(Collectors.toSet());
        return shell.methods()
                .filter(method -> method.name().equals(name))
                .anyMatch(method -> ours.contains(plain(method.parameterTypes())));
    }

    private List<Method> methods(String type, String name) {
        return functions.of(type).stream()
                .filter(method -> method.getName().equals(name))
                .toList();
    }

    private static String parameters(Method method) {
        return Stream.of(method.getParameterTypes()).map(Class::getSimpleName).collect(Collectors.joining(","));
    }

    /** Types as reflection names them: no packages, no type arguments, an array for the dots. */
    private static String plain(String types) {
        return types.replaceAll("<[^<>]*(?:<[^<>]*>[^<>]*)*>", "")
                .replaceAll("\\w+\\.(?=\\w)", "")
                .replace("...", "[]")
                .replace(" ", "");
    }
}
