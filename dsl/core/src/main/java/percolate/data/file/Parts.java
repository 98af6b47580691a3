package percolate.data.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import percolate.Batch;
import percolate.Dataset;
import percolate.data.Facts;

/**
 * Data in parts, of which one is in memory at a time.
 *
 * @param facts of the first part
 */
record Parts(List<String> names, Function<String, Dataset> read, Facts facts) implements Iterable<Batch> {
    static Parts of(List<String> names, Function<String, Dataset> read) {
        return new Parts(names, read, part(names.get(0), read).facts());
    }

    @Override
    public Iterator<Batch> iterator() {
        return names.stream().map(name -> checked(name).batch()).iterator();
    }

    /** Labels of one part mean the same in another only if both have the same classes. */
    private Dataset checked(String name) {
        var part = part(name, read);
        if (!part.classes().equals(facts.classes())) {
            throw new IllegalArgumentException(
                    "stream: expected the classes of the first part, " + facts.classes() + ", got " + part.classes()
                            + " in " + name + "; make numbers of the labels, or divide the parts anew");
        }
        return part;
    }

    private static Dataset part(String name, Function<String, Dataset> read) {
        var part = read.apply(name);
        if (part == null) {
            throw new IllegalArgumentException(
                    "stream: expected the data of " + name + ", got null; let the function return a data set");
        }
        return part;
    }

    /** Their names and sizes, where they are files. */
    String fingerprint() {
        return names.stream().map(Parts::named).collect(Collectors.joining("\n"));
    }

    private static String named(String name) {
        try {
            var file = Path.of(name);
            return Files.isRegularFile(file) ? file.getFileName() + " " + Files.size(file) : name;
        } catch (InvalidPathException | IOException e) {
            return name;
        }
    }
}
