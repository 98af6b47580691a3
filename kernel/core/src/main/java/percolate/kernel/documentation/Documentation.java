package percolate.kernel.documentation;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Says what an element is: its declaration, and its documentation where a source is found. May be used by any thread. */
public final class Documentation {
    private static final int MOST_FOLLOWED = 2;
    private static final String NO_SOURCES =
            "This JDK comes without its sources (lib/src.zip), which its documentation is taken from.";

    private final Sources sources;
    private final Function<String, Optional<String>> cells;
    private final Signature signature;

    /**
     * @param classPath where the classes of cells come from, as it is now
     * @param cells gives the source of a class that was made of a cell, by its full name
     * @param called a text with its names as a reader knows them: without the classes that are only there to hold others
     */
    public Documentation(
            Supplier<List<Path>> classPath, Function<String, Optional<String>> cells, UnaryOperator<String> called) {
        this.sources = new Sources(classPath, Path.of(System.getProperty("java.home"), "lib", "src.zip"));
        this.cells = cells;
        signature = new Signature(called);
    }

    /** What a compilation knows of types, which the elements to be described come from. */
    public record Compilation(Elements elements, Types types) {}

    /** Why an element that has no comment is not explained, if that can be said; else an empty text. */
    public String note(Element element) {
        return outermost(element)
                .map(type -> note(type.getQualifiedName().toString()))
                .orElse("");
    }

    /** The same of what has a full name: the JDK has comments, but some installations come without its sources. */
    String note(String name) {
        var isOfJdk = name.startsWith("java.") || name.startsWith("javax.");
        return isOfJdk && !sources.hasJdk() ? NO_SOURCES : "";
    }

    /**
     * The declaration on one line.
     *
     * @param receiver the type of what stands before the dot, whose type arguments are filled in; may be null
     */
    public String declaration(Element element, TypeMirror receiver, Compilation compilation) {
        return signature.of(element, receiver, compilation.types(), parameterNames(element, compilation));
    }

    /** A method's name and parameters, without looking into any source. */
    public String call(ExecutableElement method, TypeMirror receiver, Compilation compilation) {
        return signature.call(method, receiver, compilation.types(), List.of());
    }

    /** A type with simple names. */
    public String type(TypeMirror type) {
        return signature.plain(type);
    }

    /**
     * The comment above the declaration, or above that of a method which it overrides, as HTML. A comment that only points
     * elsewhere, or to what a method makes, is followed there.
     */
    public Optional<String> html(Element element, Compilation compilation) {
        return html(element, compilation, MOST_FOLLOWED);
    }

    private Optional<String> html(Element element, Compilation compilation, int mayFollow) {
        var file = source(element, compilation);
        var own = file.flatMap(one -> one.declaration(element).flatMap(one::comment));
        if (own.isEmpty()) {
            return element instanceof ExecutableElement method
                    ? overridden(method, compilation).flatMap(above -> html(above, compilation, mayFollow))
                    : Optional.empty();
        }
        var further = mayFollow == 0
                ? Optional.<Element>empty()
                : new Reference(file.orElseThrow(), compilation.elements()).followed(element, own.get());
        var there = further.flatMap(one -> html(one, compilation, mayFollow - 1));
        return Optional.of(
                there.isEmpty() ? Javadoc.html(own.get()) : Javadoc.withoutSee(own.get()) + "\n" + there.get());
    }

    /** HTML as text. */
    public static String plain(String html) {
        return PlainText.of(html);
    }

    public static String escaped(String text) {
        return Javadoc.escaped(text);
    }

    private static Optional<ExecutableElement> overridden(ExecutableElement method, Compilation compilation) {
        if (method.getKind() != ElementKind.METHOD || !(method.getEnclosingElement() instanceof TypeElement owner)) {
            return Optional.empty();
        }
        return compilation.types().directSupertypes(owner.asType()).stream()
                .map(type -> (TypeElement) compilation.types().asElement(type))
                .flatMap(type -> ElementFilter.methodsIn(compilation.elements().getAllMembers(type)).stream())
                .filter(above -> compilation.elements().overrides(method, above, owner))
                .findFirst();
    }

    private List<String> parameterNames(Element element, Compilation compilation) {
        return element instanceof ExecutableElement
                ? source(element, compilation)
                        .flatMap(file -> file.declaration(element))
                        .map(SourceFile::parameterNames)
                        .orElse(List.of())
                : List.of();
    }

    private static Optional<TypeElement> outermost(Element element) {
        var outer = element;
        while (outer.getEnclosingElement() != null
                && outer.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
            outer = outer.getEnclosingElement();
        }
        return outer instanceof TypeElement type ? Optional.of(type) : Optional.empty();
    }

    private Optional<SourceFile> source(Element element, Compilation compilation) {
        return outermost(element).flatMap(type -> sourceOf(type, compilation));
    }

    private Optional<SourceFile> sourceOf(TypeElement type, Compilation compilation) {
        var name = type.getQualifiedName().toString();
        var module = compilation.elements().getModuleOf(type);
        var ofCell = cells.apply(name).map(SourceFile::of);
        return ofCell.isPresent()
                ? ofCell
                : sources.of(module == null ? "" : module.getQualifiedName().toString(), name);
    }
}
