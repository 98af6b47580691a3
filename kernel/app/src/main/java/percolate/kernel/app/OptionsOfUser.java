package percolate.kernel.app;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Options for the kernel's Java that a user has put into a variable, such as {@code -Xmx4g}. A running Java cannot take
 * them, so another one is started with them, and this one only waits for its end.
 *
 * @param options as Java's command line takes them
 */
record OptionsOfUser(List<String> options) {
    static final String VARIABLE = "PERCOLATE_JAVA_OPTIONS";

    OptionsOfUser {
        options = List.copyOf(options);
    }

    static Optional<OptionsOfUser> find() {
        return Optional.ofNullable(System.getenv(VARIABLE))
                .filter(text -> !text.isBlank())
                .map(text -> new OptionsOfUser(List.of(text.strip().split("\\s+"))));
    }

    /** Runs the same kernel with these options; its exit status. It ends with this process, and this one with it. */
    int startAgain(List<String> arguments, NotebookLanguage language) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command(arguments, language)).inheritIO();
        builder.environment().remove(VARIABLE);
        builder.environment()
                .put(Parent.VARIABLE, String.valueOf(ProcessHandle.current().pid()));
        var kernel = builder.start();
        Runtime.getRuntime().addShutdownHook(new Thread(kernel::destroy, "percolate-end"));
        Parent.watch(kernel::destroy);
        return kernel.waitFor();
    }

    private List<String> command(List<String> arguments, NotebookLanguage language) {
        var command = new ArrayList<String>();
        command.add(Jvm.running().executable().toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of("--language", language.code()));
        command.addAll(arguments);
        return command;
    }
}
