package percolate.kernel.java;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import percolate.kernel.documentation.Documentation.Compilation;
import percolate.kernel.documentation.Explained;
import percolate.kernel.language.Inspection;

/** What a learner is told of the name at the cursor: its declaration, its value, its documentation, its overloads. */
final class Explanation {
    private static final int MOST_OVERLOADS = 8;
    private final Workspace workspace;
    private final Knowledge knowledge;

    Explanation(Workspace workspace) {
        this.workspace = workspace;
        knowledge = workspace.knowledge();
    }

    Inspection at(String code, int position, boolean detailed) {
        var cursor = Math.max(0, Math.min(position, code.length()));
        var masked = Masked.of(code, cursor);
        var call = masked.callAround(cursor);
        var name = masked.isProse()
                ? call.map(Masked.Call::method)
                : masked.nameAt(cursor).or(() -> call.map(Masked.Call::method));
        if (name.isEmpty()) {
            return Inspection.none();
        }
        return knowledge.probing(files -> at(
                code, files, masked, name.get(), call.filter(one -> one.method().equals(name.get())), detailed));
    }

    private Inspection at(
            String code,
            ProbeFiles files,
            Masked masked,
            Masked.Name name,
            Optional<Masked.Call> call,
            boolean detailed) {
        var start = name.start();
        var text = workspace.compiling(shell -> ProbeText.of(shell, code, start, Set.of()));
        var inspector = new Inspector(Probe.of(text.text(), files));
        var meaning = call.map(one -> inspector.ofCall(one, text.cursor(), masked.isCreated(start)))
                .orElseGet(() -> inspector.of(name, text.cursor(), masked.isCreated(start)));
        return meaning.elements().isEmpty()
                ? Inspection.none()
                : inspection(meaning, inspector.compilation(), detailed);
    }

    private Inspection inspection(Inspector.Meaning meaning, Compilation compilation, boolean detailed) {
        var first = meaning.elements().get(0);
        var declarations = declarations(meaning, compilation, detailed ? Integer.MAX_VALUE : MOST_OVERLOADS);
        var declared = declarations.get(0) + value(first);
        var comment = knowledge.documentation().html(first, compilation).orElse("");
        var others = declarations.subList(1, declarations.size());
        var note = detailed && comment.isEmpty() ? knowledge.documentation().note(first) : "";
        return new Inspection(new Explained(declared, comment, others, note).forms());
    }

    private List<String> declarations(Inspector.Meaning meaning, Compilation compilation, int most) {
        var seen = new HashSet<String>();
        return meaning.elements().stream()
                .map(element -> knowledge.documentation().declaration(element, meaning.receiver(), compilation))
                .filter(seen::add)
                .limit(most)
                .toList();
    }

    /** The value of a session's variable, where it is short. */
    private String value(Element element) {
        return element.getKind() == ElementKind.FIELD
                ? knowledge.shortValue(
                        element.getEnclosingElement().toString(),
                        element.getSimpleName().toString())
                : "";
    }
}
