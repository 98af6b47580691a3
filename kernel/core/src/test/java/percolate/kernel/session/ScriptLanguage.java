package percolate.kernel.session;

import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Scanner;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import percolate.kernel.api.CommData;
import percolate.kernel.api.Comms;
import percolate.kernel.api.Display;
import percolate.kernel.api.DisplayHandle;
import percolate.kernel.api.Input;
import percolate.kernel.api.Magics;
import percolate.kernel.api.MimeBundle;
import percolate.kernel.cells.CellStopped;
import percolate.kernel.cells.Interruption;
import percolate.kernel.language.Completeness;
import percolate.kernel.language.Completion;
import percolate.kernel.language.Evaluation;
import percolate.kernel.language.Inspection;
import percolate.kernel.language.Language;
import percolate.kernel.language.LanguageInfo;
import percolate.kernel.language.Notation;
import percolate.kernel.language.Variable;

/**
 * A small language: one command a line, its argument after a blank. The value of the last line is the value of the cell.
 */
final class ScriptLanguage implements Language {
    private static final List<String> COMMANDS = List.of("print", "error", "repeat", "sleep", "sum", "show", "shout");

    private final List<String> imports = new CopyOnWriteArrayList<>();
    private final String name;
    private final Interruption interruption;
    private final Prepared prepared = new Prepared();
    private final ExecutorService pool = Executors.newSingleThreadExecutor();
    private final Map<String, Variable> variables = new TreeMap<>();
    private DisplayHandle shown;

    ScriptLanguage(String name, Interruption interruption) {
        this.name = name;
        this.interruption = interruption;
    }

    static Notation notation(String name) {
        return new Notation(name, List.of("." + name), false);
    }

    @Override
    public Notation notation() {
        return notation(name);
    }

    @Override
    public LanguageInfo info() {
        return new LanguageInfo(name, "1", "text/x-script", ".script", "clike", "text")
                .withHelpLink("Script", "https://example.org/script");
    }

    @Override
    public Evaluation evaluate(String code, int cellNumber) {
        try {
            interruption.runStarts();
        } catch (CellStopped e) {
            return new Evaluation.Interrupted(List.of("stopped before cell " + cellNumber));
        }
        try {
            Evaluation last = new Evaluation.Nothing();
            for (var line : code.lines().filter(text -> !text.isBlank()).toList()) {
                last = line(line.stripLeading().split(" ", 2), cellNumber);
            }
            return last;
        } catch (InterruptedException e) {
            return new Evaluation.Interrupted(List.of("stopped in cell " + cellNumber));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (IllegalArgumentException e) {
            return new Evaluation.Failure("ScriptError", e.getMessage(), List.of("cell " + cellNumber, e.getMessage()));
        } finally {
            interruption.runEnds();
        }
    }

    private Evaluation line(String[] words, int cellNumber) throws InterruptedException, ExecutionException {
        var argument = words.length > 1 ? words[1] : "";
        switch (words[0]) {
            case "print" -> System.out.println(argument);
            case "error" -> System.err.println(argument);
            case "write" -> System.out.write(Integer.parseInt(argument, 16));
            case "repeat" -> IntStream.range(0, Integer.parseInt(argument)).forEach(System.out::println);
            case "sleep" -> Thread.sleep(Long.parseLong(argument));
            case "fail" -> throw new IllegalArgumentException(argument);
            case "crash" -> throw new IllegalStateException(argument);
            case "later" -> later(argument, System.out::println);
            case "open" -> later(argument, ScriptLanguage::open);
            case "page" -> Display.page(argument);
            case "prompt" -> System.out.print(argument);
            case "pool" -> pool.submit(() -> System.out.println(argument)).get();
            case "common" ->
                CompletableFuture.runAsync(() -> System.out.println(argument)).join();
            case "tick" -> later(argument, shown::update);
            case "prepare" -> prepared.start(() -> shown.update(argument));
            case "tell" -> prepared.tell();
            case "parallel" -> Stream.of(1, 2, 3, 4).parallel().forEach(System.out::println);
            case "show" -> shown = Display.display(argument);
            case "update" -> shown.update(argument);
            case "html" -> Display.display(argument, "text/html");
            case "set" -> {
                var pair = argument.split(" ", 2);
                variables.put(pair[0], new Text(pair[0], pair[1], cellNumber));
            }
            case "timed" -> time(argument, cellNumber);
            case "clear" -> Display.clearOutput();
            case "replace" -> Display.clearOutput(true);
            default -> {
                return new Evaluation.Value(value(words[0], argument, cellNumber));
            }
        }
        return new Evaluation.Nothing();
    }

    private void time(String command, int cellNumber) throws InterruptedException {
        try {
            Magics.timed(() -> line(command.split(" ", 2), cellNumber));
        } catch (InterruptedException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A variable that holds a text. */
    record Text(String name, Object value, int cell) implements Variable {
        @Override
        public String type() {
            return "Text";
        }

        @Override
        public Type javaType() {
            return String.class;
        }

        @Override
        public Optional<Field> field() {
            return Optional.empty();
        }

        @Override
        public void assign(Object other) {
            throw new IllegalStateException(name + " cannot be assigned");
        }
    }

    @Override
    public List<Variable> variables() {
        return List.copyOf(variables.values());
    }

    @Override
    public void reset() {
        variables.clear();
    }

    @Override
    public String timed(String code) {
        return "timed " + code.strip();
    }

    private Object value(String command, String argument, int cellNumber) {
        return switch (command) {
            case "sum" ->
                Stream.of(argument.split(" ")).mapToInt(Integer::parseInt).sum();
            case "null" -> null;
            case "array" -> new int[] {1, 2, 3};
            case "point" -> new Point(1, 2);
            case "broken" -> new Broken();
            case "number" -> cellNumber;
            case "language" -> name;
            case "imports" -> List.copyOf(imports);
            case "infinite" ->
                new MimeBundle(Map.of("text/plain", "numbers", "application/json", List.of(1.5, Double.NaN)), Map.of());
            case "ask" -> Input.readLine(argument);
            case "secret" -> Input.readPassword(argument);
            case "rest" -> String.valueOf(new Scanner(System.in, StandardCharsets.UTF_8).hasNextLine());
            case "read" ->
                new Scanner(System.in, StandardCharsets.UTF_8).nextLine().toUpperCase(Locale.ROOT);
            default -> throw new IllegalArgumentException("no command " + command);
        };
    }

    record Point(int x, int y) {}

    /** Cannot say what it is. */
    static final class Broken {
        @Override
        public String toString() {
            throw new UnsupportedOperationException("no words");
        }
    }

    private static void open(String target) {
        var metadata = Map.of("version", "2.1.0");
        Comms.open(target, CommData.of(Map.of(), new byte[] {1, 2, 3}).withMetadata(metadata));
    }

    /** Does something with a text after some milliseconds, on a thread that the cell does not wait for. */
    private static void later(String argument, Consumer<String> action) {
        var words = argument.split(" ", 2);
        new Thread(() -> {
                    try {
                        Thread.sleep(Long.parseLong(words[0]));
                        action.accept(words[1]);
                    } catch (InterruptedException e) {
                        action.accept("interrupted");
                    }
                })
                .start();
    }

    /** A thread that one cell starts and that another, later one lets do its work. */
    private static final class Prepared {
        private final CompletableFuture<Void> told = new CompletableFuture<>();
        private Thread worker;

        void start(Runnable work) {
            worker = new Thread(() -> {
                told.join();
                work.run();
            });
            worker.start();
        }

        void tell() throws InterruptedException {
            told.complete(null);
            worker.join();
        }
    }

    /** The language {@code other} takes turns. */
    @Override
    public boolean evaluatesConcurrently() {
        return name.equals("script");
    }

    @Override
    public void addToClassPath(List<Path> jars) {}

    @Override
    public Inspection inspect(String code, int cursor, boolean detailed) {
        return COMMANDS.contains(code)
                ? new Inspection(Map.of(MimeBundle.TEXT, code + (detailed ? ": a command of this language" : "")))
                : Inspection.none();
    }

    @Override
    public void imports(List<String> names) {
        imports.addAll(names);
    }

    @Override
    public Completeness completeness(String code) {
        return code.endsWith("\\")
                ? new Completeness(Completeness.Status.INCOMPLETE, "  ")
                : new Completeness(Completeness.Status.COMPLETE, "");
    }

    @Override
    public Completion complete(String code, int cursor) {
        if (code.startsWith("crash")) {
            throw new IllegalStateException("completion failed");
        } else if (code.startsWith("noise")) {
            System.out.println("completing " + code);
        }
        var start = Math.max(code.lastIndexOf(' ', cursor - 1), code.lastIndexOf('\n', cursor - 1)) + 1;
        var candidates = new ArrayList<Completion.Candidate>();
        for (var command : COMMANDS) {
            if (command.startsWith(code.substring(start, cursor))) {
                candidates.add(new Completion.Candidate(command, "function", command + "(text)"));
            }
        }
        return new Completion(candidates, start, cursor);
    }

    @Override
    public void close() {
        pool.shutdown();
    }
}
