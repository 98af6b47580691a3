package percolate.kernel.dependency;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.w3c.dom.Element;

/**
 * A POM in a file, which Maven's resolver reads as if it came from a repository, and so its parents where the POM tells
 * their files.
 *
 * @param files by {@code group:artifact:version}, this POM's own under a name of ours
 */
record Pom(Map<String, Path> files) {
    private static final String OWN = "percolate.notebook:pom:1";

    Pom {
        files = Map.copyOf(files);
    }

    /** @throws ResolutionException if the file, or that of a parent, cannot be read */
    static Pom at(Path file) {
        var files = new LinkedHashMap<String, Path>();
        var next = file.toAbsolutePath();
        var name = OWN;
        while (Files.isRegularFile(next) && files.putIfAbsent(name, next) == null) {
            var parent = Xml.child(Xml.parse(content(next)).getDocumentElement(), "parent");
            if (parent.isEmpty()) {
                break;
            }
            name = name(parent.get());
            next = place(next, Xml.text(parent.get(), "relativePath", "../pom.xml"));
        }
        if (files.isEmpty()) {
            throw new ResolutionException("expected a POM, got " + file + ", where there is no file");
        }
        return new Pom(files);
    }

    private static String content(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ResolutionException("expected a POM, got " + file + ", which cannot be read: " + e, e);
        }
    }

    private static String name(Element parent) {
        return String.join(
                ":",
                Xml.text(parent, "groupId", ""),
                Xml.text(parent, "artifactId", ""),
                Xml.text(parent, "version", ""));
    }

    private static Path place(Path file, String relative) {
        var found = file.resolveSibling(relative).normalize();
        return Files.isDirectory(found) ? found.resolve("pom.xml") : found;
    }

    Artifact artifact() {
        return new DefaultArtifact(OWN.replaceFirst(":(?=[^:]*$)", ":pom:"));
    }

    /** Finds these POMs and nothing else. */
    WorkspaceReader reader() {
        return new WorkspaceReader() {
            private final WorkspaceRepository repository = new WorkspaceRepository("notebook");

            @Override
            public WorkspaceRepository getRepository() {
                return repository;
            }

            @Override
            public File findArtifact(Artifact wanted) {
                var name = String.join(":", wanted.getGroupId(), wanted.getArtifactId(), wanted.getVersion());
                var found = wanted.getExtension().equals("pom") ? files.get(name) : null;
                return found == null ? null : found.toFile();
            }

            @Override
            public List<String> findVersions(Artifact wanted) {
                return List.of();
            }
        };
    }
}
