package percolate.kernel.magic;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Where code comes from.
 *
 * @param number the cell's, or one that {@link SourceNames} gave to a file
 * @param files that are being loaded, the outermost first; empty for a cell of the notebook
 */
record Source(int number, List<Path> files) {
    Source {
        files = List.copyOf(files);
    }

    static Source cell(int number) {
        return new Source(number, List.of());
    }

    Source inFile(int itsNumber, Path file) {
        var more = new ArrayList<>(files);
        more.add(file);
        return new Source(itsNumber, more);
    }

    Source part(int itsNumber) {
        return new Source(itsNumber, files);
    }

    /** A file named here: beside the file that names it, or in the notebook's folder. */
    Path resolve(String name) {
        var home =
                name.equals("~") || name.startsWith("~/") ? System.getProperty("user.home") + name.substring(1) : name;
        var folder = files.isEmpty() ? Path.of("") : files.get(files.size() - 1).resolveSibling("");
        return folder.resolve(home);
    }
}
