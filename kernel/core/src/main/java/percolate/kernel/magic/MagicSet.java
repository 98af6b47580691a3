package percolate.kernel.magic;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import percolate.kernel.language.Spelling;

/** All magics by their names. */
final class MagicSet {
    private final Map<String, Magic> lines = new LinkedHashMap<>();
    private final Map<String, Magic> cells = new LinkedHashMap<>();

    MagicSet add(List<Magic> magics) {
        for (var magic : magics) {
            magic.names().forEach(name -> (magic.ofCell() ? cells : lines).put(name, magic));
        }
        return this;
    }

    Optional<Magic> line(String name) {
        return Optional.ofNullable(lines.get(name));
    }

    Optional<Magic> cell(String name) {
        return Optional.ofNullable(cells.get(name));
    }

    /** Each magic once, in the order of adding. */
    List<Magic> all(boolean ofCell) {
        return (ofCell ? cells : lines).values().stream().distinct().toList();
    }

    List<String> names(boolean ofCell) {
        return List.copyOf((ofCell ? cells : lines).keySet());
    }

    MagicException unknown(String name, boolean ofCell) {
        var sign = ofCell ? "%%" : "%";
        var other = ofCell ? lines : cells;
        if (other.containsKey(name)) {
            return new MagicException(
                    ofCell
                            ? "%%" + name + " has no lines below it; write %" + name
                            : "%" + name + " needs the lines of a cell; write %%" + name + " on the cell's first line");
        }
        var known = (ofCell ? cells : lines).keySet();
        var near = Spelling.nearest(name, known)
                .or(() -> known.stream().filter(one -> one.startsWith(name)).findFirst())
                .map(found -> "did you mean " + sign + found + "? ")
                .orElse("");
        return new MagicException("there is no magic " + sign + name + "; " + near + "%lsmagic lists all");
    }
}
