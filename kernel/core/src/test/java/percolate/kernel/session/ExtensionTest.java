package percolate.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import percolate.kernel.api.Extension;
import percolate.kernel.api.MimeBundle;
import percolate.kernel.api.Session;

@Timeout(value = 2, unit = TimeUnit.MINUTES)
class ExtensionTest {
    private static volatile CompletableFuture<Thread> warmedOn = new CompletableFuture<>();

    @TempDir
    Path library;

    /** Brings what a library can bring. */
    public static final class Points implements Extension {
        @Override
        public void install(Session session) {
            session.renderer(
                            ScriptLanguage.Point.class, point -> MimeBundle.of("text/html", "<i>" + point.x() + "</i>"))
                    .imports("a.B", "static c.D.*")
                    .warmUp(() -> {
                        throw new IllegalStateException("cold");
                    })
                    .warmUp(() -> warmedOn.complete(Thread.currentThread()));
        }
    }

    /** Does not work. */
    public static final class Failing implements Extension {
        @Override
        public void install(Session session) {
            throw new IllegalStateException("not for this machine");
        }
    }

    @Test
    void aLibraryBringsRenderersImportsAndWarmUpBeforeTheFirstCell() throws Exception {
        warmedOn = new CompletableFuture<>();
        try (var loader = announcing(Points.class.getName());
                var kernel = RunningKernel.start(loader)) {
            var result = kernel.execute("point").of("execute_result").get(0);

            assertThat(result.data("text/html")).isEqualTo("<i>1</i>");
            assertThat(result.data("text/plain")).isEqualTo("Point[x=1, y=2]");
            assertThat(kernel.execute("imports").result()).isEqualTo("[a.B, static c.D.*]");
            var thread = warmedOn.get();
            assertThat(thread.isDaemon()).isTrue();
            assertThat(thread.getName()).startsWith("percolate-warm-up");
            assertThat(thread.getContextClassLoader()).isSameAs(loader);
        }
    }

    @Test
    void anExtensionThatFailsIsSkipped() throws Exception {
        try (var loader = announcing("not.There", Failing.class.getName(), Points.class.getName());
                var kernel = RunningKernel.start(loader)) {
            assertThat(kernel.execute("imports").result()).isEqualTo("[a.B, static c.D.*]");
        }
    }

    private URLClassLoader announcing(String... names) throws IOException {
        var services = Files.createDirectories(library.resolve("META-INF/services"));
        Files.writeString(services.resolve(Extension.class.getName()), String.join("\n", names));
        return new URLClassLoader(
                new URL[] {library.toUri().toURL()}, getClass().getClassLoader());
    }
}
