package percolate.kernel.documentation;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** A source file that has been parsed, but not compiled: its declarations are found by their names. */
record SourceFile(CompilationUnitTree unit, DocTrees trees) {
    static SourceFile of(String text) {
        var file = new SimpleJavaFileObject(URI.create("string:///Source.java"), SimpleJavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return text;
            }
        };
        var task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, found -> {}, List.of("-proc:none"), null, List.of(file));
        try {
            return new SourceFile(task.parse().iterator().next(), DocTrees.instance(task));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Where an element of this file is declared. */
    Optional<TreePath> declaration(Element element) {
        if (element instanceof TypeElement type) {
            return type.getEnclosingElement() instanceof TypeElement outer
                    ? declaration(outer).flatMap(within -> member(within, one -> isNamed(one, type)))
                    : unit.getTypeDecls().stream()
                            .filter(one -> isNamed(one, type))
                            .map(one -> new TreePath(new TreePath(unit), one))
                            .findFirst();
        }
        return declaration(element.getEnclosingElement())
                .flatMap(within -> member(within, one -> declares(one, element)));
    }

    private static Optional<TreePath> member(TreePath within, Predicate<Tree> wanted) {
        return ((ClassTree) within.getLeaf())
                .getMembers().stream()
                        .filter(wanted)
                        .map(one -> new TreePath(within, one))
                        .findFirst();
    }

    private static boolean isNamed(Tree tree, TypeElement type) {
        return tree instanceof ClassTree one && one.getSimpleName().contentEquals(type.getSimpleName());
    }

    private static boolean declares(Tree tree, Element element) {
        if (element instanceof ExecutableElement method) {
            return tree instanceof MethodTree one
                    && one.getName().contentEquals(method.getSimpleName())
                    && hasParameters(one, method);
        }
        return tree instanceof VariableTree one && one.getName().contentEquals(element.getSimpleName());
    }

    private static boolean hasParameters(MethodTree tree, ExecutableElement method) {
        if (tree.getParameters().size() != method.getParameters().size()) {
            return false;
        }
        for (var i = 0; i < tree.getParameters().size(); i++) {
            var written = plain(tree.getParameters().get(i).getType().toString());
            var known = plain(method.getParameters().get(i).asType().toString());
            if (!written.equals(known)) {
                return false;
            }
        }
        return true;
    }

    /** A type without packages, outer classes, annotations and type arguments; a variable number is an array. */
    private static String plain(String type) {
        return type.replaceAll("@\\w+(\\([^)]*\\))?\\s*", "")
                .replaceAll("<.*>", "")
                .replaceAll("(\\w+\\.)+(?=\\w)", "")
                .replace("...", "[]")
                .replace(" ", "");
    }

    Optional<DocCommentTree> comment(TreePath declaration) {
        return Optional.ofNullable(trees.getDocCommentTree(declaration));
    }

    /** The names of a method's parameters as its source writes them. */
    static List<String> parameterNames(TreePath declaration) {
        return ((MethodTree) declaration.getLeaf())
                .getParameters().stream().map(one -> one.getName().toString()).toList();
    }
}
