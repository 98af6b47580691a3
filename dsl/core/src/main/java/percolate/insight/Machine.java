package percolate.insight;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import percolate.Run;
import percolate.engine.TorchEngine;

/** The machine and the software that a training runs on, in words. */
public final class Machine {
    private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

    private Machine() {}

    public static Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("percolate", version());
        facts.put("engine", TorchEngine.version());
        facts.put("djl", TorchEngine.djlVersion());
        facts.put("java", property("java.version") + ", " + property("java.vm.name"));
        facts.put("system", property("os.name") + " " + property("os.version") + ", " + property("os.arch"));
        facts.put("processor", processor() + ", " + Runtime.getRuntime().availableProcessors() + " threads");
        return facts;
    }

    private static String version() {
        return Optional.ofNullable(Run.class.getPackage().getImplementationVersion())
                .orElse("not from a jar");
    }

    private static String property(String name) {
        return System.getProperty(name, "unknown");
    }

    /** As Linux and Windows call it, elsewhere its architecture. */
    private static String processor() {
        return named().or(() -> Optional.ofNullable(System.getenv("PROCESSOR_IDENTIFIER")))
                .orElse(property("os.arch"));
    }

    private static Optional<String> named() {
        try (var lines = Files.lines(PROCESSORS)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
