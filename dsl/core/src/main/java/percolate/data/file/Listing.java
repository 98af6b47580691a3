package percolate.data.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.LongStream;
import percolate.data.DataException;

/**
 * The images of a folder, sorted by name: a folder for each class, or images alone.
 *
 * @param labels the class of each file; none where there are no classes
 */
record Listing(List<Path> files, List<Integer> labels, List<String> classes) {
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "bmp", "gif");

    Listing {
        files = List.copyOf(files);
        labels = List.copyOf(labels);
        classes = List.copyOf(classes);
    }

    /** @throws DataException if there is no such folder, or no image in it */
    static Listing of(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new DataException("imageFolder: expected a folder, got "
                    + (Files.exists(folder) ? "the file " : "nothing at ") + folder.toAbsolutePath()
                    + "; give a folder that has a folder of images for each class");
        }
        try {
            return list(folder);
        } catch (IOException e) {
            throw new DataException(
                    "imageFolder: expected a folder that can be read, got " + folder + " (" + Words.of(e)
                            + "); look at its permissions",
                    e);
        }
    }

    /** Some of them, in this order. */
    Listing rows(long... examples) {
        for (long example : examples) {
            if (example < 0 || example >= files.size()) {
                throw new IndexOutOfBoundsException(
                        "rows: expected numbers of examples from 0 to " + (files.size() - 1) + ", got " + example);
            }
        }
        return new Listing(
                LongStream.of(examples).mapToObj(i -> files.get((int) i)).toList(),
                labels.isEmpty()
                        ? labels
                        : LongStream.of(examples)
                                .mapToObj(i -> labels.get((int) i))
                                .toList(),
                classes);
    }

    /** The files that others lack. */
    List<Path> without(Listing others) {
        var there = new HashSet<>(others.files);
        return files.stream().filter(file -> !there.contains(file)).toList();
    }

    private static Listing list(Path folder) throws IOException {
        var folders = folders(folder);
        if (folders.size() == 1
                && images(folder, 1).isEmpty()
                && !folders(folders.get(0)).isEmpty()) {
            // What archives hold is often wrapped once more.
            return list(folders.get(0));
        }
        var files = new ArrayList<Path>();
        var labels = new ArrayList<Integer>();
        for (int label = 0; label < folders.size(); label++) {
            var its = images(folders.get(label), Integer.MAX_VALUE);
            if (its.isEmpty()) {
                throw none(folders.get(label));
            }
            for (var file : its) {
                files.add(file);
                labels.add(label);
            }
        }
        var classes = folders.stream().map(f -> f.getFileName().toString()).toList();
        return folders.isEmpty() ? unlabelled(folder) : new Listing(files, labels, classes);
    }

    private static Listing unlabelled(Path folder) throws IOException {
        var files = images(folder, 1);
        if (files.isEmpty()) {
            throw none(folder);
        }
        return new Listing(files, List.of(), List.of());
    }

    private static DataException none(Path folder) {
        return new DataException("imageFolder: expected png, jpeg, bmp or gif images, got none in " + folder
                + "; put some there, or remove the folder");
    }

    private static List<Path> folders(Path folder) throws IOException {
        try (var all = Files.list(folder)) {
            return all.filter(Files::isDirectory)
                    .filter(Listing::isOurs)
                    .sorted()
                    .toList();
        }
    }

    private static List<Path> images(Path folder, int depth) throws IOException {
        try (var all = Files.walk(folder, depth)) {
            return all.filter(Files::isRegularFile)
                    .filter(Listing::isOurs)
                    .filter(file -> ENDINGS.contains(ending(file)))
                    .sorted()
                    .toList();
        }
    }

    /** Neither hidden nor left behind by a packer. */
    private static boolean isOurs(Path path) {
        var name = path.getFileName().toString();
        return !name.startsWith(".") && !name.equals("__MACOSX");
    }

    private static String ending(Path file) {
        var name = file.getFileName().toString();
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }
}
