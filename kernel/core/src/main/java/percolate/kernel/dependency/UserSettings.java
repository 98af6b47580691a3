package percolate.kernel.dependency;

import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.MavenSystemHome;
import java.util.Optional;
import org.apache.maven.settings.Repository;
import org.apache.maven.settings.RepositoryPolicy;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.building.DefaultSettingsBuildingRequest;
import org.apache.maven.settings.building.SettingsBuilder;
import org.apache.maven.settings.building.SettingsBuildingException;
import org.eclipse.aether.repository.RemoteRepository;

/** What the user's settings say and the embedded Maven leaves to its caller: offline, and when to trust a repository. */
record UserSettings(Settings settings) {
    static UserSettings of(Context maven) {
        var request = new DefaultSettingsBuildingRequest();
        request.setSystemProperties(System.getProperties());
        request.setUserSettingsFile(maven.mavenUserHome().settingsXml().toFile());
        Optional.ofNullable(maven.mavenSystemHome())
                .map(MavenSystemHome::settingsXml)
                .ifPresent(file -> request.setGlobalSettingsFile(file.toFile()));
        try {
            var builder = maven.lookup().lookup(SettingsBuilder.class).orElseThrow();
            return new UserSettings(builder.build(request).getEffectiveSettings());
        } catch (SettingsBuildingException e) {
            throw new ResolutionException("settings.xml: " + e.getMessage().replaceAll("\\s*\\R\\s*", " "), e);
        }
    }

    boolean isOffline() {
        return settings.isOffline();
    }

    /** The repository with the policies that a profile gives it. */
    RemoteRepository withPolicies(RemoteRepository repository) {
        return settings.getProfiles().stream()
                .flatMap(profile -> profile.getRepositories().stream())
                .filter(own ->
                        own.getId().equals(repository.getId()) && own.getUrl().equals(repository.getUrl()))
                .findFirst()
                .map(own -> withPolicies(repository, own))
                .orElse(repository);
    }

    private static RemoteRepository withPolicies(RemoteRepository repository, Repository own) {
        return new RemoteRepository.Builder(repository)
                .setReleasePolicy(policy(own.getReleases(), repository.getPolicy(false)))
                .setSnapshotPolicy(policy(own.getSnapshots(), repository.getPolicy(true)))
                .build();
    }

    private static org.eclipse.aether.repository.RepositoryPolicy policy(
            RepositoryPolicy own, org.eclipse.aether.repository.RepositoryPolicy otherwise) {
        return own == null
                ? otherwise
                : new org.eclipse.aether.repository.RepositoryPolicy(
                        otherwise.isEnabled(),
                        Optional.ofNullable(own.getUpdatePolicy()).orElse(otherwise.getUpdatePolicy()),
                        Optional.ofNullable(own.getChecksumPolicy()).orElse(otherwise.getChecksumPolicy()));
    }
}
