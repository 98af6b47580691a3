package percolate.kernel.dependency;

import eu.maveniverse.maven.mima.context.ContextOverrides;
import java.nio.file.Path;
import java.util.Optional;

/** Where Maven finds the user's settings and keeps what it has fetched, if not where it always does. */
record MavenPlace(Optional<Path> settings, Optional<Path> localRepository) {
    static MavenPlace usual() {
        return new MavenPlace(
                Optional.empty(),
                Optional.ofNullable(System.getProperty("maven.repo.local")).map(Path::of));
    }

    ContextOverrides.Builder overrides() {
        var overrides = ContextOverrides.create().withUserSettings(true).keepBareRepositories(true);
        settings.ifPresent(overrides::withUserSettingsXmlOverride);
        localRepository.ifPresent(overrides::withLocalRepositoryOverride);
        return overrides;
    }
}
