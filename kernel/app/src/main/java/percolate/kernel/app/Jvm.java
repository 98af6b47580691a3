package percolate.kernel.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A Java that a kernel can run on.
 *
 * @param executable absolute
 * @param feature its version, for example 17
 */
record Jvm(Path executable, int feature) {
    private static final int OLDEST = 17;
    private static final int ASKS_FOR_NATIVE_ACCESS = 22;
    private static final int WARNS_OF_UNSAFE = 24;
    private static final int CACHES_AHEAD_OF_TIME = 25;
    private static final String ASSERT_IN_CELLS = "-ea:REPL..."; // the package that JShell puts cells into
    private static final Pattern JSHELL = Pattern.compile("(?m)^jdk\\.jshell@(\\d+)");

    /** The Java that runs this program. */
    static Jvm running() {
        var name = System.getProperty("os.name").startsWith("Windows") ? "java.exe" : "java";
        return new Jvm(
                Path.of(System.getProperty("java.home"), "bin", name),
                Runtime.version().feature());
    }

    /** @throws IllegalStateException if this is no Java 17 or newer that can compile */
    static Jvm at(Path executable) {
        var path = executable.toAbsolutePath().normalize();
        if (!Files.isExecutable(path)) {
            throw new IllegalStateException("--java: expected a java program, got " + path + ", which cannot be run");
        }
        var found = JSHELL.matcher(modules(path));
        if (!found.find() || Integer.parseInt(found.group(1)) < OLDEST) {
            throw new IllegalStateException("--java: expected a JDK " + OLDEST + " or newer, got " + path
                    + ", which is older or has no compiler; install a full JDK");
        }
        return new Jvm(path, Integer.parseInt(found.group(1)));
    }

    /** Flags that note down in an archive, when the program ends, what it has loaded. */
    List<String> making(Path archive) {
        return List.of(
                (feature >= CACHES_AHEAD_OF_TIME ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + archive);
    }

    /** Flags to start from an archive; where it is missing or does not fit any more, Java starts without it and no word. */
    List<String> startingFrom(Path archive) {
        return feature >= CACHES_AHEAD_OF_TIME
                ? List.of("-XX:AOTCache=" + archive, "-Xlog:disable")
                : List.of("-XX:SharedArchiveFile=" + archive, "-Xshare:auto", "-Xlog:disable");
    }

    private static String modules(Path java) {
        try {
            var process = new ProcessBuilder(java.toString(), "--list-modules")
                    .redirectErrorStream(true)
                    .start();
            return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "--java: expected a java program, got " + java + ", which does not start", e);
        }
    }

    /** What a kernel's JVM is started with: small, quiet, without a window system; a cell's assert is checked. */
    List<String> flags() {
        var flags = new ArrayList<>(List.of(
                "-XX:+UseSerialGC",
                "-XX:MaxRAMPercentage=50",
                "-Xms44m", // a session begins small and grows with what its cells keep
                "-XX:NewSize=20m",
                // A session calls much of the compiler often, but not for long: translating that well costs more
                // than it saves. What computes passes these in a millisecond.
                "-XX:Tier4InvocationThreshold=100000",
                "-XX:Tier4MinInvocationThreshold=2000",
                "-XX:Tier4CompileThreshold=200000",
                "-XX:Tier4BackEdgeThreshold=120000",
                "-Djava.awt.headless=true",
                "-Dfile.encoding=UTF-8",
                ASSERT_IN_CELLS));
        if (feature >= ASKS_FOR_NATIVE_ACCESS) {
            flags.add("--enable-native-access=ALL-UNNAMED");
        }
        if (feature >= WARNS_OF_UNSAFE) {
            flags.add("--sun-misc-unsafe-memory-access=allow");
        }
        return List.copyOf(flags);
    }
}
