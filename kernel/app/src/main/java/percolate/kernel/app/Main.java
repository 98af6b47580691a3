package percolate.kernel.app;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import percolate.kernel.protocol.ProtocolException;

/** The kernel's command line. */
public final class Main {
    private static final String USAGE = """
            Percolate, a Jupyter kernel for Java and Kotlin
              Main [--language java|kotlin] CONNECTION_FILE
                                                      answer the front end that wrote this file, until it says stop
              Main install --prefix DIR [--java PATH] install the kernel for the Jupyter below DIR
              Main --version
              Main --help
            """;
    private static final int WRONG_USE = 2;
    private static final int FAILED = 1;
    private final PrintStream out;
    private final PrintStream err;

    Main(PrintStream out, PrintStream err) {
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.exit(new Main(System.out, System.err).run(List.of(arguments)));
    }

    /** The exit status: 0, 1 if something failed, 2 if the arguments make no sense. */
    int run(List<String> arguments) {
        try {
            return dispatch(arguments);
        } catch (WrongUse e) {
            err.println(e.getMessage());
            return WRONG_USE;
        } catch (ProtocolException | IllegalStateException e) {
            err.println(e.getMessage());
            return FAILED;
        } catch (IOException e) { // whose message may be no more than a file's name
            err.println("expected files that can be read and written, got " + e + "; choose another place for them");
            return FAILED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return FAILED;
        }
    }

    private int dispatch(List<String> arguments) throws IOException, InterruptedException {
        var first = arguments.isEmpty() ? "" : arguments.get(0);
        switch (first) {
            case "--help" -> out.print(USAGE);
            case "--version" -> out.println("percolate " + version());
            case "install" -> out.println(install(arguments.subList(1, arguments.size())));
            default -> answer(arguments);
        }
        return 0;
    }

    private static void answer(List<String> arguments) throws IOException, InterruptedException {
        var named = arguments.size() > 1 && arguments.get(0).equals("--language");
        var language = named ? language(arguments.get(1)) : "java";
        NotebookKernel.answer(connectionFile(named ? arguments.subList(2, arguments.size()) : arguments), language);
    }

    private static String language(String name) {
        if (!NotebookKernel.languages().contains(name)) {
            throw new WrongUse("expected --language " + String.join(" or ", NotebookKernel.languages())
                    + " before the connection file, got " + name);
        }
        return name;
    }

    private static Path connectionFile(List<String> arguments) {
        if (arguments.size() != 1 || arguments.get(0).startsWith("-")) {
            throw new WrongUse("expected a connection file, install, --version or --help, got "
                    + (arguments.isEmpty() ? "nothing" : String.join(" ", arguments)));
        }
        var file = Path.of(arguments.get(0));
        if (!file.toFile().isFile()) {
            throw new WrongUse("expected a command or a connection file, got " + file + ", which is neither;"
                    + " --help lists the commands");
        }
        return file;
    }

    private static Path install(List<String> arguments) throws IOException, InterruptedException {
        var options = Options.of("install", arguments, "--prefix", "--java");
        var prefix = options.required("--prefix", "a folder, such as that of a Python environment");
        var java = options.find("--java").map(path -> Jvm.at(Path.of(path)));
        return new Installation(Distribution.ofThisProgram(), java.isPresent() ? java.get() : Jvm.running())
                .into(Path.of(prefix));
    }

    private static String version() {
        var version = Main.class.getPackage().getImplementationVersion();
        return version == null ? "(not packaged)" : version;
    }

    /** Why the arguments make no sense, in one sentence. */
    static final class WrongUse extends RuntimeException {
        private static final long serialVersionUID = 1;

        WrongUse(String sentence) {
            super(sentence);
        }
    }
}
