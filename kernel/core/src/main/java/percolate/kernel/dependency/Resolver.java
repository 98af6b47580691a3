package percolate.kernel.dependency;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.runtime.standalonestatic.StandaloneStaticRuntime;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.repository.ProxySelector;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResult;
import org.eclipse.aether.util.graph.manager.DependencyManagerUtils;
import org.eclipse.aether.util.graph.transformer.ConflictResolver;
import org.eclipse.aether.util.repository.JreProxySelector;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;
import org.eclipse.aether.util.repository.SimpleResolutionErrorPolicy;

/** Maven's resolver with the user's settings as they are now, for one question. */
final class Resolver implements AutoCloseable {
    private final Context maven;
    private final DefaultRepositorySystemSession session;
    private final UserSettings settings;

    Resolver(MavenPlace place, Transfers transfers) {
        maven = new StandaloneStaticRuntime()
                .create(place.overrides().transferListener(transfers).build());
        session = new DefaultRepositorySystemSession(maven.repositorySystemSession());
        settings = UserSettings.of(maven);
        session.setOffline(settings.isOffline());
        session.setConfigProperty(ConflictResolver.CONFIG_PROP_VERBOSE, true);
        session.setConfigProperty(DependencyManagerUtils.CONFIG_PROP_VERBOSE, true);
        session.setResolutionErrorPolicy(new SimpleResolutionErrorPolicy(false, false));
        session.setProxySelector(proxies(session.getProxySelector(), new JreProxySelector()));
    }

    /** Maven's own, and where it names none, those of the JVM. */
    private static ProxySelector proxies(ProxySelector own, ProxySelector jvm) {
        return repository -> Optional.ofNullable(own.getProxy(repository)).orElseGet(() -> jvm.getProxy(repository));
    }

    /** A library's files, and what was decided on the way to them. */
    record Resolution(Graph graph, Map<String, File> files) {}

    Resolution resolve(Wanted wanted, Choice choice) {
        var repositories = repositories(wanted);
        try {
            var request = new CollectRequest(wanted.roots(), wanted.managed(), repositories);
            var graph = new Graph(maven.repositorySystem()
                    .collectDependencies(session, request)
                    .getRoot());
            var missing = graph.chosen().stream()
                    .filter(node -> choice.includes(node.getArtifact()))
                    .map(ArtifactRequest::new)
                    .toList();
            var files = maven.repositorySystem().resolveArtifacts(session, missing).stream()
                    .map(ArtifactResult::getArtifact)
                    .collect(Collectors.toMap(Graph::key, Artifact::getFile));
            return new Resolution(graph, files);
        } catch (RepositoryException e) {
            throw Failures.explain(e, repositories, session.isOffline());
        }
    }

    /** Which of the libraries found have to be fetched. */
    @FunctionalInterface
    interface Choice {
        boolean includes(Artifact artifact);
    }

    /** What a POM asks for, with all that it inherits. */
    Wanted read(Pom pom, List<String> scopes) {
        var repositories = repositories(Wanted.nothing());
        try {
            session.setWorkspaceReader(pom.reader());
            session.setArtifactDescriptorPolicy(new SimpleArtifactDescriptorPolicy(false, false));
            var read = maven.repositorySystem()
                    .readArtifactDescriptor(session, new ArtifactDescriptorRequest(pom.artifact(), repositories, null));
            return wanted(read, scopes);
        } catch (RepositoryException e) {
            throw Failures.explain(e, repositories, session.isOffline());
        }
    }

    private static Wanted wanted(ArtifactDescriptorResult pom, List<String> scopes) {
        return new Wanted(
                pom.getDependencies().stream()
                        .filter(dependency -> scopes.contains(dependency.getScope()))
                        .toList(),
                pom.getManagedDependencies(),
                pom.getRepositories());
    }

    /** Those of the settings first, then those of the session, behind the user's mirrors and proxies. */
    private List<RemoteRepository> repositories(Wanted wanted) {
        var all = Stream.concat(
                        maven.remoteRepositories().stream().map(settings::withPolicies), wanted.repositories().stream())
                .toList();
        return maven.repositorySystem().newResolutionRepositories(session, all);
    }

    @Override
    public void close() {
        maven.close();
    }
}
