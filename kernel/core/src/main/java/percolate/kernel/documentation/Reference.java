package percolate.kernel.documentation;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.ReferenceTree;
import com.sun.source.doctree.SeeTree;
import com.sun.source.tree.ImportTree;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** What a comment points to instead of saying it: the class or member of its first {@code @see}. */
final class Reference {
    private final SourceFile file;
    private final Elements elements;

    Reference(SourceFile file, Elements elements) {
        this.file = file;
        this.elements = elements;
    }

    /**
     * The element to read on at: that of a comment without a text of its own, and the type that a method makes, where its
     * comment names it.
     */
    Optional<Element> followed(Element from, DocCommentTree comment) {
        return comment.getBlockTags().stream()
                .filter(SeeTree.class::isInstance)
                .flatMap(see -> ((SeeTree) see).getReference().stream())
                .filter(ReferenceTree.class::isInstance)
                .findFirst()
                .flatMap(named -> element(((ReferenceTree) named).getSignature(), from))
                .filter(element -> !element.equals(from))
                .filter(element -> comment.getFullBody().isEmpty() || isMadeBy(from, element));
    }

    private static boolean isMadeBy(Element from, Element type) {
        return from instanceof ExecutableElement method
                && method.getReturnType().toString().equals(type.toString());
    }

    /** {@code Type}, {@code Type#member(int)} or {@code #member}. */
    private Optional<Element> element(String signature, Element from) {
        var parts = signature.split("#", 2);
        var type = parts[0].isEmpty() ? around(from) : type(parts[0]);
        return parts.length == 1
                ? type.map(Element.class::cast)
                : type.flatMap(owner -> elements.getAllMembers(owner).stream()
                        .filter(member -> member.getSimpleName().contentEquals(parts[1].replaceFirst("\\(.*", "")))
                        .map(Element.class::cast)
                        .findFirst());
    }

    private static Optional<TypeElement> around(Element element) {
        return element == null || element instanceof TypeElement
                ? Optional.ofNullable((TypeElement) element)
                : around(element.getEnclosingElement());
    }

    /** A name as the file means it: by its imports, in its own package, in Java's. */
    private Optional<TypeElement> type(String name) {
        var imported = file.unit().getImports().stream()
                .filter(one -> !one.isStatic())
                .map(ImportTree::getQualifiedIdentifier)
                .map(Object::toString)
                .filter(one -> one.endsWith("." + name));
        var ownPackage = file.unit().getPackageName();
        return Stream.of(imported, Stream.of(ownPackage + "." + name, "java.lang." + name, name))
                .flatMap(names -> names)
                .flatMap(full -> Optional.ofNullable(elements.getTypeElement(full)).stream())
                .findFirst();
    }
}
