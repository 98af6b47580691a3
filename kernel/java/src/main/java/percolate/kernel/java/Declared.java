package percolate.kernel.java;

import java.lang.reflect.Field;
import java.util.List;
import java.util.Optional;
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
        return new JavaVariable(snippet.name(), snippet.typeName(), cell(snippet), field(shell, snippet));
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
        return workspace.compiling(shell -> shell.methods()
                .filter(snippet -> shell.status(snippet) == Status.VALID)
                .flatMap(this::functions)
                .toList());
    }

    private Stream<DeclaredFunction> functions(MethodSnippet snippet) {
        var parameters = snippet.parameterTypes().isBlank()
                ? 0
                : snippet.parameterTypes().split(",").length;
        return workspace.classes().methods(snippet.name()).stream()
                .filter(method -> method.getParameterCount() == parameters)
                .map(method -> new DeclaredFunction(method, null, cell(snippet)));
    }

    private int cell(Snippet snippet) {
        return workspace.origins().of(snippet).cell().number();
    }
}
