package percolate.kernel.magic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import percolate.kernel.language.Completion;
import percolate.kernel.language.Completion.Candidate;

/** Completes the names of files. */
final class FileNames {
    private static final int MOST = 200;

    private FileNames() {}

    static Completion complete(String word, int cursor) {
        var start = word.lastIndexOf('/') + 1;
        return new Completion(
                entries(word.substring(0, start), word.substring(start)), cursor - word.length() + start, cursor);
    }

    private static List<Candidate> entries(String folder, String start) {
        try (var files = Files.list(Source.cell(0).resolve(folder))) {
            return files.filter(file -> file.getFileName().toString().startsWith(start))
                    .filter(file ->
                            !start.isEmpty() || !file.getFileName().toString().startsWith("."))
                    .map(FileNames::name)
                    .sorted()
                    .limit(MOST)
                    .map(name -> new Candidate(name, "path", ""))
                    .toList();
        } catch (IOException | InvalidPathException e) {
            return List.of();
        }
    }

    private static String name(Path file) {
        return file.getFileName() + (Files.isDirectory(file) ? "/" : "");
    }
}
