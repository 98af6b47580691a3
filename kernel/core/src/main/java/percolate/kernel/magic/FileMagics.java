package percolate.kernel.magic;

import java.io.IOException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.UUID;
import percolate.kernel.language.Evaluation;

/** Magics that read and write files. */
final class FileMagics {
    private final Loader loader;

    FileMagics(Surroundings session, MagicInterpreter interpreter, SourceNames names) {
        loader = new Loader(session.languages(), interpreter, names);
    }

    List<Magic> all() {
        return List.of(
                Magic.line(
                                "load",
                                "FILE",
                                "Runs a notebook or a source file (" + String.join(" ", loader.endings())
                                        + "; the ending may be left out).",
                                loader::load)
                        .runningCode(),
                Magic.cell(
                        "writefile",
                        "[-a] FILE",
                        "Writes the lines below to a file; -a: at its end.",
                        FileMagics::write));
    }

    /** Whole or not at all: into a file beside it first, which then takes its place. */
    private static Evaluation write(Call call) throws IOException {
        var arguments = call.arguments();
        var appends = arguments.contains("-a") || arguments.contains("--append");
        var named =
                arguments.stream().filter(word -> !word.matches("-a|--append")).toList();
        if (named.size() != 1) {
            throw call.wrong("expected one file, got " + (named.isEmpty() ? "none" : String.join(" ", named)));
        }
        var file = target(call, named.get(0));
        var existed = Files.exists(file);
        var text = call.body().isEmpty() || call.body().endsWith("\n") ? call.body() : call.body() + "\n";
        var before = existed && appends ? Files.readString(file) : "";
        var draft = file.resolveSibling("." + file.getFileName() + "." + UUID.randomUUID() + ".part");
        try {
            Files.writeString(draft, before + text);
            if (existed) {
                permit(draft, file);
            }
            replace(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
        System.out.println((!existed ? "wrote " : appends ? "appended to " : "replaced ") + named.get(0));
        return new Evaluation.Nothing();
    }

    private static Path target(Call call, String name) throws IOException {
        var file = call.source().resolve(name).toAbsolutePath();
        if (Files.isDirectory(file)) {
            throw call.wrong("expected a file, got " + name + ", which is a folder");
        } else if (!Files.isDirectory(file.getParent())) {
            throw call.wrong(
                    "expected a file in a folder that exists, got " + name + "; make " + file.getParent() + " first");
        }
        return Files.exists(file) ? file.toRealPath() : file;
    }

    /** A file that was there keeps its permissions. */
    private static void permit(Path draft, Path file) throws IOException {
        if (Files.getFileStore(draft).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(draft, Files.getPosixFilePermissions(file));
        }
    }

    private static void replace(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
