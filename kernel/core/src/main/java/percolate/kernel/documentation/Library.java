package percolate.kernel.documentation;

import com.sun.source.util.JavacTask;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import percolate.kernel.documentation.Documentation.Compilation;

/**
 * The documentation of classes that are known by their names, for a language whose compiler is not Java's. May be used by
 * any thread.
 */
public final class Library {
    private final Supplier<List<Path>> classPath;
    private final Documentation documentation;
    private List<Path> known = List.of();
    private Compilation compilation;

    /** @param classPath where the classes come from, as it is now */
    public Library(Supplier<List<Path>> classPath) {
        this.classPath = classPath;
        documentation = new Documentation(classPath, type -> Optional.empty());
    }

    /**
     * A class, method, constructor or field.
     *
     * @param type the full name of the class, with dots also before inner classes
     * @param member the name of its member, of a constructor {@code <init>}; empty for the class itself
     * @param parameters the erased types of a method's parameters, named as classes are
     */
    public record Name(String type, String member, List<String> parameters) {
        public Name {
            parameters = List.copyOf(parameters);
        }

        /** The name of a class. */
        public static Name of(String type) {
            return new Name(type, "", List.of());
        }
    }

    /**
     * The comment above the first of some declarations that has one, as HTML. Where a class has no method of these
     * parameters, another of the name stands for it.
     */
    public synchronized Optional<String> html(List<Name> wanted) {
        var now = compilation();
        return wanted.stream()
                .flatMap(name -> element(name).stream())
                .flatMap(element -> documentation.html(element, now).stream())
                .findFirst();
    }

    /** Whether the JDK's classes have documentation; some installations come without its sources. */
    public boolean knowsJdk() {
        return documentation.knowsJdk();
    }

    private Optional<Element> element(Name wanted) {
        var type = compilation.elements().getTypeElement(wanted.type());
        return type == null || wanted.member().isEmpty() ? Optional.ofNullable(type) : member(type, wanted);
    }

    private Optional<Element> member(TypeElement owner, Name wanted) {
        var named = compilation.elements().getAllMembers(owner).stream()
                .filter(one -> one.getSimpleName().contentEquals(wanted.member()))
                .toList();
        return Stream.concat(named.stream().filter(one -> parameters(one).equals(wanted.parameters())), named.stream())
                .map(Element.class::cast)
                .findFirst();
    }

    private List<String> parameters(Element element) {
        return element instanceof ExecutableElement method
                ? method.getParameters().stream()
                        .map(one -> erased(one, compilation.types()))
                        .toList()
                : List.of();
    }

    private static String erased(Element parameter, Types types) {
        return types.erasure(parameter.asType()).toString();
    }

    private Compilation compilation() {
        var now = classPath.get();
        if (compilation == null || !now.equals(known)) {
            known = List.copyOf(now);
            compilation = compile(known);
        }
        return compilation;
    }

    /** Nothing is compiled: the compiler is only asked what class files say. */
    private static Compilation compile(List<Path> classPath) {
        var empty = new SimpleJavaFileObject(URI.create("string:///Nothing.java"), SimpleJavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return "";
            }
        };
        var path = classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
        var task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, null, found -> {}, List.of("-proc:none", "-classpath", path), null, List.of(empty));
        return new Compilation(task.getElements(), task.getTypes());
    }
}
