package percolate.kernel.dependency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DependenciesTest {
    private static final List<String> SCOPES = List.of("compile", "runtime");

    @TempDir
    Path folder;

    private FileRepository repository;
    private Dependencies dependencies;

    @BeforeEach
    void repository() throws IOException {
        repository = new FileRepository(folder.resolve("repository"));
        dependencies = new Dependencies(List.of(), place(""));
    }

    /** The repository of the test stands in for Maven Central, so that nothing is asked beyond this machine. */
    private MavenPlace place(String more) throws IOException {
        var settings = Files.writeString(folder.resolve("settings.xml"), """
                <settings>%s
                  <mirrors><mirror><id>test</id><mirrorOf>*</mirrorOf><url>%s</url></mirror></mirrors>
                </settings>""".formatted(more, repository.url()));
        return new MavenPlace(Optional.of(settings), Optional.of(folder.resolve("local")));
    }

    private Addition add(String... coordinates) throws InterruptedException {
        return dependencies.add(Stream.of(coordinates).map(Coordinates::parse).toList());
    }

    @Test
    void aLibraryComesWithAllThatItNeeds() throws Exception {
        repository.with("a:one:1", "b:two:2").with("b:two:2", "c:three:3").with("c:three:3");
        var added = add("a:one:1");
        assertThat(added.libraries()).containsExactly("a:one:1", "b:two:2", "c:three:3");
        assertThat(added.jars()).allMatch(Files::isRegularFile).hasSize(3);
        assertThat(added.remarks()).isEmpty();
    }

    @Test
    void ofTwoVersionsTheNearestIsUsedAndTheOtherNamed() throws Exception {
        repository
                .with("a:one:1", "c:three:1")
                .with("b:two:2", "d:four:1")
                .with("d:four:1", "c:three:2")
                .with("c:three:1")
                .with("c:three:2");
        var added = add("a:one:1", "b:two:2");
        assertThat(added.libraries()).containsExactly("a:one:1", "c:three:1", "b:two:2", "d:four:1");
        assertThat(added.remarks())
                .containsExactly("c:three:1 is used, as asked by a:one:1, not 2 as asked by d:four:1");
    }

    @Test
    void whatWasAskedForBeforeIsResolvedAgainTogetherWithTheNew() throws Exception {
        repository
                .with("a:one:1", "c:three:1")
                .with("b:two:2", "c:three:2")
                .with("c:three:1")
                .with("c:three:2");
        assertThat(add("a:one:1").libraries()).containsExactly("a:one:1", "c:three:1");
        var second = add("b:two:2");
        assertThat(second.libraries()).containsExactly("b:two:2");
        assertThat(second.remarks())
                .containsExactly("c:three:1 is loaded already; b:two:2 asked for 2; restart the kernel to change it");
    }

    @Test
    void whatIsLoadedIsSaidToBeAndAnotherVersionOfItIsRefused() throws Exception {
        repository.with("a:one:1").with("a:one:2");
        add("a:one:1");
        assertThat(add("a:one:1").remarks()).containsExactly("a:one:1 is loaded already");
        assertThatThrownBy(() -> add("a:one:2"))
                .hasMessage("a:one:1 is loaded already; 2 was asked for; restart the kernel to change it");
    }

    @Test
    void whatCellsSeeAlreadyIsNotFetchedThoughWhatItNeedsMayBe() throws Exception {
        repository.with("g:seen:1", "g:hidden:1").with("g:hidden:1").with("a:one:1", "g:seen:1");
        var jar = repository.folder().resolve("g/seen/1/seen-1.jar");
        var renamed = Files.copy(jar, folder.resolve("seen-1.jar"));
        Files.delete(jar);
        try (var files = java.nio.file.FileSystems.newFileSystem(renamed)) {
            var own = files.getPath("META-INF/maven/g/seen/pom.properties");
            Files.createDirectories(own.getParent());
            Files.writeString(own, "groupId=g\nartifactId=seen\nversion=1\n");
        }
        dependencies = new Dependencies(List.of(renamed), place(""));
        assertThat(add("g:seen:1").remarks()).containsExactly("g:seen:1 is on the class path already");
        assertThat(add("g:seen:2").remarks())
                .containsExactly("g:seen:1 is on the class path already; 2 was asked for, but Percolate needs its own");
        assertThat(add("a:one:1").libraries()).containsExactly("a:one:1", "g:hidden:1");
    }

    @Test
    void aLibraryThatDoesNotExistIsNamedWithTheRepositoriesThatWereAsked() throws Exception {
        repository.with("a:one:1", "b:two:2");
        assertThatThrownBy(() -> add("a:one:1"))
                .isInstanceOf(ResolutionException.class)
                .hasMessage("b:two:2 was not found in test (" + repository.url() + "); check the name and the version,"
                        + " or name its repository with %mavenRepo ID URL");
        repository.with("b:two:2");
        assertThat(add("a:one:1").libraries()).containsExactly("a:one:1", "b:two:2");
    }

    @Test
    void offlineIsSaidToBeTheReason() throws Exception {
        repository.with("a:one:1");
        dependencies = new Dependencies(List.of(), place("<offline>true</offline>"));
        assertThatThrownBy(() -> add("x:y:1"))
                .hasMessage("x:y:1 is not in the local repository, and Maven is offline by your settings.xml; set"
                        + " <offline> to false there to fetch it");
    }

    @Test
    void aPomMayBeOfAFewPartsOnly() throws Exception {
        repository.with("a:one:1").with("b:two:2").with("t:test:1");
        var added = dependencies.addPom("""
                <repository><id>more</id><url>%s</url></repository>
                <properties><two>2</two></properties>
                <dependency><groupId>a</groupId><artifactId>one</artifactId><version>1</version></dependency>
                <dependencies>
                  <dependency><groupId>b</groupId><artifactId>two</artifactId><version>${two}</version></dependency>
                  <dependency><groupId>t</groupId><artifactId>test</artifactId><version>1</version><scope>test</scope></dependency>
                </dependencies>""".formatted(repository.url()), SCOPES);
        assertThat(added.libraries()).containsExactly("a:one:1", "b:two:2");
    }

    @Test
    void aPomInheritsFromAFileAndManagesVersions() throws Exception {
        repository.with("a:one:1").with("a:one:5");
        Files.writeString(folder.resolve("pom.xml"), """
                <project><modelVersion>4.0.0</modelVersion>
                  <groupId>own</groupId><artifactId>parent</artifactId><version>1</version><packaging>pom</packaging>
                  <dependencyManagement><dependencies>%s</dependencies></dependencyManagement>
                </project>""".formatted(FileRepository.dependencies("a:one:5")));
        var child = Files.createDirectories(folder.resolve("child")).resolve("pom.xml");
        Files.writeString(child, """
                <project><modelVersion>4.0.0</modelVersion>
                  <parent><groupId>own</groupId><artifactId>parent</artifactId><version>1</version></parent>
                  <artifactId>child</artifactId>
                  <dependencies><dependency><groupId>a</groupId><artifactId>one</artifactId></dependency></dependencies>
                </project>""");
        assertThat(dependencies.addPom(child, SCOPES).libraries()).containsExactly("a:one:5");
    }

    @Test
    void aTextThatIsNoPomIsRefusedInWords() {
        assertThatThrownBy(() -> dependencies.addPom("<dependency><oops></dependency>", SCOPES))
                .isInstanceOf(ResolutionException.class)
                .hasMessageStartingWith("the POM: expected XML");
        assertThatThrownBy(() -> dependencies.addPom(
                        "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><a>&x;</a>", SCOPES))
                .isInstanceOf(ResolutionException.class);
        assertThatThrownBy(() -> dependencies.addPom(folder.resolve("none.xml"), SCOPES))
                .hasMessageContaining("where there is no file");
    }

    @Test
    void aSourceFileMayNameCoordinatesAndRepositories() throws Exception {
        repository.with("a:one:1");
        var added = dependencies.add(List.of("a:one:1"), List.of(repository.url()));
        assertThat(added.jars()).singleElement().matches(jar -> jar.endsWith("a/one/1/one-1.jar"));
        var again = dependencies.add(List.of("a:one:1"), List.of());
        assertThat(again.jars()).isEmpty();
        assertThat(again.remarks()).containsExactly("a:one:1 is loaded already");
    }

    @Test
    void coordinatesThatAreNoneAreExplained() {
        assertThatThrownBy(() -> Coordinates.parse("commons-math3"))
                .hasMessageContaining("expected group:artifact:version, got no colon");
        assertThatThrownBy(() -> Coordinates.parse("a:b"))
                .hasMessage("\"a:b\": expected group:artifact:version, got no version; write for example a:b:1.0");
        assertThat(Coordinates.parse("a:b:zip:linux:1"))
                .isEqualTo(new Coordinates("a", "b", "zip", "linux", "1"))
                .hasToString("a:b:zip:linux:1");
        assertThat(Coordinates.parse("a:b:pom:1").extension()).isEqualTo("pom");
    }
}
