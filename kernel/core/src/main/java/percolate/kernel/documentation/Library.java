package percolate.kernel.documentation;

import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Types;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import percolate.kernel.documentation.Documentation.Compilation;

/**
 * The documentation of classes that are known by their names, for a language whose compiler is not Java's. May be used by
 * any thread.
 */
public final class Library implements AutoCloseable {
    private final Supplier<List<Path>> classPath;
    private final Documentation documentation;
    private List<Path> known = List.of();
    private StandardJavaFileManager files;
    private Compilation compilation;

    /** @param classPath where the classes come from, as it is now */
    public Library(Supplier<List<Path>> classPath) {
        this.classPath = classPath;
        documentation = new Documentation(classPath, type -> Optional.empty(), UnaryOperator.identity());
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

    /** Why none of some declarations is explained, if that can be said; else an empty text. */
    public String note(List<Name> wanted) {
        return wanted.stream()
                .map(name -> documentation.note(name.type()))
                .filter(note -> !note.isEmpty())
                .findFirst()
                .orElse("");
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
            close();
            known = List.copyOf(now);
            files = opened(known);
            compilation = compile(files);
        }
        return compilation;
    }

    private static StandardJavaFileManager opened(List<Path> classPath) {
        var files = ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);
        try {
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    /** Nothing is compiled: the compiler is only asked what class files say. */
    private static Compilation compile(StandardJavaFileManager files) {
        var empty = new SimpleJavaFileObject(URI.create("string:///Nothing.java"), SimpleJavaFileObject.Kind.SOURCE) {
            @Override
            public CharSequence getCharContent(boolean ignoreEncodingErrors) {
                return "";
            }
        };
        var task = (JavacTask) ToolProvider.getSystemJavaCompiler()
                .getTask(null, files, found -> {}, List.of("-proc:none"), null, List.of(empty));
        return new Compilation(task.getElements(), task.getTypes());
    }

    /** Lets go of the jars that were read; who asks again opens them again. */
    @Override
    public synchronized void close() {
        try {
            if (files != null) {
                files.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            files = null;
            compilation = null;
        }
    }
}
