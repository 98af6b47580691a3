package percolate.kernel.dependency;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.net.ssl.SSLException;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.ChecksumFailureException;
import org.eclipse.aether.transfer.RepositoryOfflineException;

/** Says in one sentence why Maven's resolver failed. */
final class Failures {
    private Failures() {}

    static ResolutionException explain(RepositoryException thrown, List<RemoteRepository> asked, boolean offline) {
        return new ResolutionException(sentence(thrown, asked, offline), thrown);
    }

    private static String sentence(RepositoryException thrown, List<RemoteRepository> asked, boolean offline) {
        var what = what(thrown);
        if (offline || find(thrown, RepositoryOfflineException.class).isPresent()) {
            return what + " is not in the local repository, and Maven is offline by your settings.xml;"
                    + " set <offline> to false there to fetch it";
        }
        var checksum = find(thrown, ChecksumFailureException.class);
        if (checksum.isPresent()) {
            return what + ": expected the checksum that " + repository(thrown) + " tells, got another; the file is"
                    + " damaged there or on its way, so try again later";
        }
        return connection(thrown)
                .map(cause -> what + ": cannot reach " + repository(thrown) + " (" + words(cause)
                        + "); check the network, and the proxies and mirrors in your settings.xml")
                .orElseGet(() -> otherwise(thrown, what, asked));
    }

    private static String otherwise(RepositoryException thrown, String what, List<RemoteRepository> asked) {
        return find(thrown, ArtifactNotFoundException.class).isPresent() && !isRefused(thrown)
                ? what + " was not found in " + names(asked) + "; check the name and the version, or name its"
                        + " repository with %mavenRepo ID URL"
                : what + ": " + innermost(thrown);
    }

    private static boolean isRefused(Throwable thrown) {
        return String.valueOf(thrown.getMessage()).contains("status code: 40")
                && !thrown.getMessage().contains("404");
    }

    private static Optional<Exception> connection(Throwable thrown) {
        return Optional.<Exception>empty()
                .or(() -> find(thrown, UnknownHostException.class))
                .or(() -> find(thrown, NoRouteToHostException.class))
                .or(() -> find(thrown, ConnectException.class))
                .or(() -> find(thrown, SocketTimeoutException.class))
                .or(() -> find(thrown, SSLException.class));
    }

    private static String words(Exception cause) {
        return cause instanceof UnknownHostException ? "unknown host " + cause.getMessage() : cause.getMessage();
    }

    /** The library that could not be had. */
    private static String what(RepositoryException thrown) {
        var transfer = find(thrown, ArtifactTransferException.class);
        if (transfer.isPresent() && transfer.get().getArtifact() != null) {
            var artifact = transfer.get().getArtifact();
            return artifact.getExtension().equals("pom")
                    ? Graph.name(artifact).replace(":pom:", ":")
                    : Graph.name(artifact);
        }
        return find(thrown, ArtifactResolutionException.class)
                .flatMap(failed -> failed.getResults().stream()
                        .filter(result -> !result.isResolved())
                        .findFirst())
                .map(result -> Graph.name(result.getRequest().getArtifact()))
                .or(() -> find(thrown, ArtifactDescriptorException.class)
                        .map(failed ->
                                Graph.name(failed.getResult().getRequest().getArtifact())))
                .orElse("the libraries");
    }

    private static String repository(RepositoryException thrown) {
        return find(thrown, ArtifactTransferException.class)
                .map(ArtifactTransferException::getRepository)
                .map(Failures::name)
                .orElse("the repository");
    }

    private static String names(List<RemoteRepository> repositories) {
        return repositories.stream().map(Failures::name).collect(Collectors.joining(" or "));
    }

    private static String name(RemoteRepository repository) {
        return repository.getId() + " (" + repository.getUrl() + ")";
    }

    private static String innermost(Throwable thrown) {
        var cause = thrown;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage()).replaceAll("\\s*\\R\\s*", " ");
    }

    private static <T extends Throwable> Optional<T> find(Throwable thrown, Class<T> type) {
        for (var cause = thrown; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return Optional.of(type.cast(cause));
            }
        }
        return Optional.empty();
    }
}
