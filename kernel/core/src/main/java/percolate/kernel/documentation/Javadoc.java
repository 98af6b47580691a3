package percolate.kernel.documentation;

import com.sun.source.doctree.AttributeTree;
import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.EntityTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.SeeTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.doctree.ValueTree;
import com.sun.source.util.SimpleDocTreeVisitor;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A documentation comment as HTML. Its text is escaped; of its own tags only those that lay out text are kept, without
 * attributes but for addresses on the web.
 */
final class Javadoc extends SimpleDocTreeVisitor<Void, StringBuilder> {
    private static final Set<String> KEPT = Set.of(
            "p",
            "ul",
            "ol",
            "li",
            "b",
            "i",
            "em",
            "strong",
            "code",
            "pre",
            "sub",
            "sup",
            "blockquote",
            "dl",
            "dt",
            "dd",
            "table",
            "tr",
            "td",
            "th",
            "br",
            "tt",
            "kbd",
            "var",
            "cite");

    private Javadoc() {}

    static String html(DocCommentTree comment) {
        return html(comment, comment.getBlockTags());
    }

    /** The same of a comment to which is joined what it points to. */
    static String withoutSee(DocCommentTree comment) {
        return html(
                comment,
                comment.getBlockTags().stream()
                        .filter(tag -> tag.getKind() != DocTree.Kind.SEE)
                        .toList());
    }

    private static String html(DocCommentTree comment, List<? extends DocTree> blockTags) {
        var out = new StringBuilder();
        var javadoc = new Javadoc();
        javadoc.visit(comment.getFullBody(), out);
        var tags = new StringBuilder();
        javadoc.visit(blockTags, tags);
        return (out.isEmpty() ? "" : "<p>" + out) + (tags.isEmpty() ? "" : "\n<dl>" + tags + "</dl>");
    }

    static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    @Override
    protected Void defaultAction(DocTree tree, StringBuilder out) {
        if (tree.getKind() == DocTree.Kind.INHERIT_DOC) {
            out.append("(see the method that it overrides)");
        } else if (tree.getClass().getSimpleName().contains("RawText")) {
            out.append(escaped(tree.toString())); // a comment that is written in Markdown
        }
        return null;
    }

    @Override
    public Void visitText(TextTree text, StringBuilder out) {
        out.append(escaped(text.getBody()));
        return null;
    }

    @Override
    public Void visitEntity(EntityTree entity, StringBuilder out) {
        out.append('&').append(entity.getName()).append(';');
        return null;
    }

    @Override
    public Void visitLiteral(LiteralTree literal, StringBuilder out) {
        var text = escaped(literal.getBody().getBody());
        out.append(literal.getKind() == DocTree.Kind.CODE ? "<code>" + text + "</code>" : text);
        return null;
    }

    @Override
    public Void visitLink(LinkTree link, StringBuilder out) {
        if (link.getLabel().isEmpty()) {
            out.append("<code>").append(reference(link.getReference())).append("</code>");
        } else {
            visit(link.getLabel(), out);
        }
        return null;
    }

    @Override
    public Void visitValue(ValueTree value, StringBuilder out) {
        if (value.getReference() != null) {
            out.append("<code>").append(reference(value.getReference())).append("</code>");
        }
        return null;
    }

    private static String reference(DocTree reference) {
        return escaped(reference.toString().replaceFirst("^#", "").replace('#', '.'));
    }

    @Override
    public Void visitStartElement(StartElementTree element, StringBuilder out) {
        var name = element.getName().toString().toLowerCase(Locale.ROOT);
        if (name.matches("h[1-6]")) {
            out.append("<p><b>");
        } else if (name.equals("a")) {
            element.getAttributes().forEach(attribute -> address(attribute, out));
        } else if (KEPT.contains(name)) {
            out.append('<').append(name).append('>');
        }
        return null;
    }

    /** An anchor without an address on the web is left open for its end to be ignored. */
    private static void address(DocTree attribute, StringBuilder out) {
        if (attribute instanceof AttributeTree one
                && one.getName().contentEquals("href")
                && String.valueOf(one.getValue()).matches("https?://[^\"<>\\s]+")) {
            out.append("<a href=\"")
                    .append(escaped(String.valueOf(one.getValue())))
                    .append("\">");
        }
    }

    @Override
    public Void visitEndElement(EndElementTree element, StringBuilder out) {
        var name = element.getName().toString().toLowerCase(Locale.ROOT);
        if (name.matches("h[1-6]")) {
            out.append("</b>");
        } else if (name.equals("a") ? out.lastIndexOf("<a ") > out.lastIndexOf("</a>") : KEPT.contains(name)) {
            out.append("</").append(name).append('>');
        }
        return null;
    }

    @Override
    public Void visitParam(ParamTree param, StringBuilder out) {
        return tag("<code>" + escaped(param.getName().toString()) + "</code>", param.getDescription(), out);
    }

    @Override
    public Void visitReturn(ReturnTree returned, StringBuilder out) {
        if (!returned.toString().startsWith("{")) {
            return tag("returns", returned.getDescription(), out);
        }
        out.append("Returns ");
        visit(returned.getDescription(), out);
        return null;
    }

    @Override
    public Void visitThrows(ThrowsTree thrown, StringBuilder out) {
        return tag(
                "throws <code>" + escaped(thrown.getExceptionName().toString()) + "</code>",
                thrown.getDescription(),
                out);
    }

    @Override
    public Void visitSee(SeeTree see, StringBuilder out) {
        var reference = new StringBuilder();
        visit(see.getReference(), reference);
        var text = reference.isEmpty()
                ? "<code>" + reference(see.getReference().get(0)) + "</code>"
                : reference.toString();
        out.append("<dt>see ").append(text).append("</dt>\n");
        return null;
    }

    private Void tag(String name, List<? extends DocTree> description, StringBuilder out) {
        out.append("<dt>").append(name).append("</dt><dd>");
        visit(description, out);
        out.append("</dd>\n");
        return null;
    }
}
