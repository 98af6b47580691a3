package percolate.kernel.java;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ErroneousTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/**
 * A text that has been compiled only to learn what its names mean. It sees what the session's cells have declared; what
 * does not parse or resolve in it does no harm.
 */
final class Probe {
    private static final List<String> OPTIONS = List.of(
            "-proc:none",
            "-Xlint:none",
            "-parameters", // also makes the compiler read the names of parameters from class files
            "--should-stop=ifError=FLOW");
    private final JavacTask task;
    private final CompilationUnitTree unit;
    private final Trees trees;

    private Probe(JavacTask task) throws IOException {
        this.task = task;
        unit = task.parse().iterator().next();
        task.analyze();
        trees = Trees.instance(task);
    }

    static Probe of(String text, ProbeFiles files) {
        var task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, files, found -> {}, OPTIONS, null, List.of(new Text(text)));
        try {
            return new Probe(task);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Trees trees() {
        return trees;
    }

    Elements elements() {
        return task.getElements();
    }

    Types types() {
        return task.getTypes();
    }

    /** The smallest tree around an offset that is of a kind. */
    Optional<TreePath> around(long offset, Predicate<Tree> kind) {
        var found = new TreePath[1];
        new TreePathScanner<Void, Void>() {
            @Override
            public Void scan(Tree tree, Void nothing) {
                if (tree != null && spans(tree, offset)) {
                    var path = new TreePath(getCurrentPath(), tree);
                    if (kind.test(tree)) {
                        found[0] = path;
                    }
                }
                return super.scan(tree, null);
            }

            @Override
            public Void visitErroneous(ErroneousTree tree, Void nothing) {
                return scan(tree.getErrorTrees(), null);
            }
        }.scan(new TreePath(unit), null);
        return Optional.ofNullable(found[0]);
    }

    private boolean spans(Tree tree, long offset) {
        var positions = trees.getSourcePositions();
        return positions.getStartPosition(unit, tree) <= offset && offset <= positions.getEndPosition(unit, tree);
    }

    TypeMirror type(TreePath path, Tree child) {
        return trees.getTypeMirror(new TreePath(path, child));
    }

    private static final class Text extends SimpleJavaFileObject {
        private final String text;

        Text(String text) {
            super(URI.create("string:///REPL/" + ProbeText.CLASS + ".java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
