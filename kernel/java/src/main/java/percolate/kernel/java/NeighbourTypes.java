package percolate.kernel.java;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import percolate.kernel.language.Clash;
import percolate.kernel.language.DeclaredType;
import percolate.kernel.language.Language;

/** The types that cells of another language have declared: each is imported once a Java cell has named it. */
final class NeighbourTypes {
    private final Language java;
    private final Language language;
    private final Workspace workspace;
    private final Notes notes;
    private final Map<String, Class<?>> imported = new HashMap<>();

    NeighbourTypes(Language java, Language language, Workspace workspace, Notes notes) {
        this.java = java;
        this.language = language;
        this.workspace = workspace;
        this.notes = notes;
    }

    /** Imports what any Java cell has mentioned; tells of what the cell at hand uses and cannot have. */
    void share(Set<String> mentioned, Set<String> used) {
        var theirs = language.types().stream()
                .filter(one -> mentioned.contains(one.name()))
                .toList();
        if (theirs.isEmpty()) {
            return;
        }
        var own = new HashMap<String, DeclaredType>();
        new Declared(workspace).types().forEach(one -> own.put(one.name(), one));
        for (var one : theirs) {
            var mine = own.get(one.name());
            if (mine == null) {
                offer(one, used);
            } else if (used.contains(one.name())) {
                notes.tellOnce(new Clash(one.name(), side(java, mine), side(language, one)));
            }
        }
    }

    private void offer(DeclaredType one, Set<String> used) {
        if (TypeSource.canBeNamed(one.type())) {
            if (imported.put(one.name(), one.type()) != one.type()) {
                workspace.declare("import " + TypeSource.fullName(one.type()) + ";");
            }
        } else if (used.contains(one.name())) {
            notes.tellOnce(one.name() + " of cell " + one.cell() + " is private or has no name of its own, so that"
                    + " Java cells cannot name it; declare it public, outside any function");
        }
    }

    private static Clash.Side side(Language language, DeclaredType type) {
        return new Clash.Side(language, "a type", type.cell());
    }
}
