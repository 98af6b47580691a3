package percolate.kernel.java;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.MethodSnippet;
import jdk.jshell.Snippet;
import jdk.jshell.Snippet.Status;
import jdk.jshell.Snippet.SubKind;
import jdk.jshell.VarSnippet;
import percolate.kernel.language.DeclaredFunction;
import percolate.kernel.language.DeclaredType;

/** What the cells of a JShell have declared, as other languages and magics see it. */
final class Declared {
    private static final Pattern TYPE_ARGUMENTS = Pattern.compile("<[^<>]*(?:<[^<>]*(?:<[^<>]*>[^<>]*)*>[^<>]*)*>");
    private final Workspace workspace;

    Declared(Workspace workspace) {
        this.workspace = workspace;
    }

    /** The variables that have a value, in the order of their declaration; not those that JShell names itself. */
    List<JavaVariable> variables() {
        return workspace.compiling(shell -> shell.variables()
                .filter(snippet -> snippet.subKind() != SubKind.TEMP_VAR_EXPRESSION_SUBKIND)
                .filter(snippet -> shell.status(snippet) == Status.VALID)
                .map(snippet -> variable(shell, snippet))
                .toList());
    }

    Optional<JavaVariable> variable(String name) {
        return variables().stream().filter(one -> one.name().equals(name)).findFirst();
    }

    private JavaVariable variable(JShell shell, VarSnippet snippet) {
        return new JavaVariable(
                snippet.name(),
                workspace.imports().shortened(snippet.typeName()).replaceAll(",(?=\\S)", ", "),
                cell(snippet),
                field(shell, snippet));
    }

    private Field field(JShell shell, VarSnippet snippet) {
        shell.varValue(snippet);
        return workspace.fieldAskedFor();
    }

    List<DeclaredType> types() {
        return workspace.compiling(shell -> shell.types()
                .filter(snippet -> shell.status(snippet) == Status.VALID)
                .flatMap(snippet -> workspace.classes().type(snippet.name()).stream()
                        .map(type -> new DeclaredType(snippet.name(), type, cell(snippet))))
                .toList());
    }

    List<DeclaredFunction> functions() {
        return workspace.compiling(shell -> shell
                .methods()
                .filter(snippet -> shell.status(snippet) == Status.VALID)
                .collect(Collectors.groupingBy(MethodSnippet::name, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .flatMap(this::functions)
                .toList());
    }

    /** The methods of one name, each with the snippet that declared it. */
    private Stream<DeclaredFunction> functions(List<MethodSnippet> overloads) {
        return workspace.classes().methods(overloads.get(0).name()).stream()
                .flatMap(method -> overloads.stream()
                        .filter(snippet -> types(snippet).size() == method.getParameterCount())
                        .max(Comparator.comparing(snippet -> types(snippet).equals(types(method))))
                        .map(snippet -> new DeclaredFunction(method, null, cell(snippet)))
                        .stream());
    }

    private static List<String> types(MethodSnippet snippet) {
        var bare =
                TYPE_ARGUMENTS.matcher(snippet.parameterTypes()).replaceAll("").replace("...", "[]");
        return Stream.of(bare.split(","))
                .map(String::strip)
                .filter(type -> !type.isEmpty())
                .toList();
    }

    private static List<String> types(Method method) {
        return Stream.of(method.getParameterTypes()).map(Class::getSimpleName).toList();
    }

    private int cell(Snippet snippet) {
        return workspace.origins().of(snippet).cell().number();
    }
}
