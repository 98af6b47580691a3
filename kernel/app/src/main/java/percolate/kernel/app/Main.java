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
              Main [--language java|kotlin] CONNECTION_FILE   answer the front end that wrote this file, until it says stop
              Main install --data DIR [--java PATH]           install the kernels for a Jupyter whose data folder is DIR
              Main rehearse --language java|kotlin            play through a short session, for a start-up archive
              Main --version
              Main --help
            """;
    private static final String LANGUAGE = "--language";
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
            case "install" -> install(arguments.subList(1, arguments.size()));
            case "rehearse" ->
                Rehearsal.play(
                        NotebookLanguage.named(Options.of("rehearse", arguments.subList(1, arguments.size()), LANGUAGE)
                                .required(LANGUAGE, "java or kotlin")));
            case LANGUAGE -> {
                return answer(
                        NotebookLanguage.named(arguments.size() < 2 ? "nothing" : arguments.get(1)),
                        arguments.subList(Math.min(2, arguments.size()), arguments.size()));
            }
            default -> {
                return answer(NotebookLanguage.JAVA, arguments);
            }
        }
        return 0;
    }

    static int answer(NotebookLanguage language, List<String> arguments) throws IOException, InterruptedException {
        if (arguments.size() != 1 || arguments.get(0).startsWith("-")) {
            throw new WrongUse("expected a connection file, install, --version or --help, got "
                    + (arguments.isEmpty() ? "nothing" : String.join(" ", arguments)));
        }
        var file = Path.of(arguments.get(0));
        if (!file.toFile().isFile()) {
            throw new WrongUse("expected a command or a connection file, got " + file + ", which is neither;"
                    + " --help lists the commands");
        }
        var wanted = OptionsOfUser.find();
        if (wanted.isPresent()) {
            return wanted.get().startAgain(arguments, language);
        }
        NotebookSession.answer(file, language);
        return 0;
    }

    private void install(List<String> arguments) throws IOException, InterruptedException {
        var options = Options.of("install", arguments, "--data", "--java");
        var data =
                options.required("--data", "the folder of a Jupyter's data, such as share/jupyter of an environment");
        var java = options.find("--java").map(path -> Jvm.at(Path.of(path)));
        new Installation(Distribution.ofThisProgram(), java.orElseGet(Jvm::running), out::println).into(Path.of(data));
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
