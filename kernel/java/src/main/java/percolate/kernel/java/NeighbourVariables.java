package percolate.kernel.java;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import percolate.kernel.language.Clash;
import percolate.kernel.language.Language;
import percolate.kernel.language.SharedType;
import percolate.kernel.language.Variable;

/**
 * The variables of another language. Java has no live name for them: JShell gets a variable of the same name and type,
 * which takes over the other's value before each Java cell, and whose own goes back after it. One that both languages
 * declare with one type is one variable; with two types it is two, and that is told.
 */
final class NeighbourVariables {
    private final Language java;
    private final Language language;
    private final Workspace workspace;
    private final Declared declared;
    private final TypeSource source;
    private final Notes notes;
    private final Map<String, Copy> copies = new HashMap<>();
    private final Map<String, String> lentAs = new HashMap<>();

    NeighbourVariables(Language java, Language language, Workspace workspace, TypeSource source, Notes notes) {
        this.java = java;
        this.language = language;
        this.workspace = workspace;
        this.declared = new Declared(workspace);
        this.source = source;
        this.notes = notes;
    }

    /**
     * Brings JShell's variables up to date.
     *
     * @param mentioned what any Java cell has named
     * @param used what the cell at hand names
     */
    void share(Set<String> mentioned, Set<String> used) {
        var originals = byName(language.variables());
        forgetLost(originals);
        var own = byName(declared.variables());
        for (var original : originals.values()) {
            var mine = own.get(original.name());
            if (mine == null || (isLent(mine) && !haveOneType(original, mine))) {
                lend(original, mentioned, used);
            } else if (haveOneType(original, mine)) {
                pair(original, mine);
            } else if (used.contains(original.name())) {
                tellClash(original, mine);
            }
        }
    }

    /** Declarations of those that a text with these words names and that JShell has no variable for. */
    String declarations(Set<String> words) {
        return startingWith("")
                .filter(one -> words.contains(one.name()))
                .map(one -> source.of(one.javaType()) + " " + one.name() + "; ")
                .collect(Collectors.joining());
    }

    /** Those that JShell has no variable for and could have. */
    Stream<Variable> startingWith(String prefix) {
        var own = byName(declared.variables());
        return language.variables().stream()
                .filter(one -> one.hindrance().isEmpty()
                        && !own.containsKey(one.name())
                        && one.name().startsWith(prefix));
    }

    /** Gives the other language what has been assigned, and tells which names have got a second meaning. */
    void giveBack(Set<String> mentioned) {
        copies.values().forEach(this::giveBack);
        share(Set.of(), mentioned);
    }

    private void giveBack(Copy copy) {
        try {
            copy.write();
        } catch (IllegalStateException e) {
            notes.tell(e.getMessage());
        }
    }

    /** Whether JShell's variable only stands for one of another language. */
    static boolean isLent(JavaVariable variable) {
        return variable.cell() == 0;
    }

    private void lend(Variable original, Set<String> mentioned, Set<String> used) {
        var name = original.name();
        if (original.hindrance().isPresent()) {
            original.hindrance().filter(why -> used.contains(name)).ifPresent(notes::tellOnce);
        } else if (mentioned.contains(name)) {
            var type = source.of(original.javaType());
            if (workspace.declare(type + " " + name + ";")) {
                lentAs.put(name, type);
                declared.variable(name).ifPresent(mine -> pair(original, mine));
            }
        }
    }

    /** The newest declaration gives the first value. */
    private void pair(Variable original, JavaVariable mine) {
        var known = copies.get(original.name());
        if (known == null || !known.holds(original, mine)) {
            if (mine.cell() > original.cell() && !isTakenOver(original, mine)) {
                return;
            }
            known = new Copy(original, mine);
            copies.put(original.name(), known);
        }
        read(known);
    }

    private void read(Copy copy) {
        try {
            copy.read();
        } catch (IllegalStateException e) {
            notes.tellOnce(e.getMessage());
        }
    }

    private boolean isTakenOver(Variable original, JavaVariable mine) {
        try {
            original.assign(mine.value());
            return true;
        } catch (IllegalStateException e) {
            copies.remove(original.name());
            tellClash(original, mine);
            return false;
        }
    }

    /** A lent variable has the nearest type that Java can write. */
    private boolean haveOneType(Variable original, JavaVariable mine) {
        return isLent(mine)
                ? source.of(original.javaType()).equals(lentAs.get(original.name()))
                : original.hindrance().isEmpty() && SharedType.isSame(original.javaType(), mine.javaType());
    }

    private void tellClash(Variable original, JavaVariable mine) {
        notes.tellOnce(new Clash(original.name(), Clash.Side.of(java, mine), Clash.Side.of(language, original)));
    }

    /** A variable that the other language has no more is none in Java either. */
    private void forgetLost(Map<String, Variable> originals) {
        var lost = copies.keySet().stream()
                .filter(name -> !originals.containsKey(name))
                .toList();
        lost.forEach(copies::remove);
        declared.variables().stream()
                .filter(mine -> isLent(mine) && lost.contains(mine.name()))
                .forEach(mine -> workspace.drop(mine.name()));
    }

    private static <V extends Variable> Map<String, V> byName(Iterable<V> variables) {
        var all = new HashMap<String, V>();
        variables.forEach(one -> all.put(one.name(), one));
        return all;
    }
}
