package percolate.kernel.java;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;

/** Whether a piece parses at all, which can be told before what stands above it has run. */
final class SyntaxCheck {
    private static final List<String> PLACES = List.of(
            "class A { void a() throws Throwable {\n%s\n;} }",
            "class A { Object a =\n%s\n; }", "class A {\n%s\n}", "%s");

    private SyntaxCheck() {}

    /** Whether the source is neither a statement, an expression, a member of a class, an import nor a class. */
    static boolean fails(String source) {
        return PLACES.stream().noneMatch(place -> parses(place.replace("%s", source)));
    }

    private static boolean parses(String unit) {
        var errors = new DiagnosticCollector<JavaFileObject>();
        try {
            task(unit, errors).parse();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return errors.getDiagnostics().stream().noneMatch(found -> found.getKind() == Diagnostic.Kind.ERROR);
    }

    private static JavacTask task(String unit, DiagnosticCollector<JavaFileObject> errors) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        return (JavacTask) compiler.getTask(null, null, errors, List.of("-proc:none"), null, List.of(new Unit(unit)));
    }

    private static final class Unit extends SimpleJavaFileObject {
        private final String text;

        Unit(String text) {
            super(URI.create("string:///A.java"), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }
}
