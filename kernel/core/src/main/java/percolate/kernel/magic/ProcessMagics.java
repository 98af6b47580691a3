package percolate.kernel.magic;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import percolate.kernel.language.Evaluation;
import percolate.kernel.magic.Magic.Yields;

/** Magics that run other programs, and the environment these get. */
final class ProcessMagics {
    private static final boolean WINDOWS =
            System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("windows");
    private final Map<String, String> environment = new TreeMap<>(System.getenv());

    List<Magic> all() {
        return List.of(
                Magic.line("system", "COMMAND", "Runs a command of the system's shell.", this::system)
                        .alias("sx")
                        .yielding(Yields.LINES),
                Magic.cell("bash", "", "Runs the lines below in bash.", this::bash)
                        .alias("sh"),
                Magic.line(
                                "env",
                                "[NAME | NAME=VALUE]",
                                "Tells the environment of this session, or sets a variable for %system and %%bash.",
                                this::env)
                        .yielding(Yields.TEXT));
    }

    private Evaluation system(Call call) throws IOException, InterruptedException {
        if (call.rest().isEmpty()) {
            throw call.wrong("expected a command, got nothing");
        }
        var command = WINDOWS ? List.of("cmd", "/c", call.rest()) : List.of("sh", "-c", call.rest());
        if (call.standsAlone()) {
            run(call, command, new ForeignProcess.Printed());
            return new Evaluation.Nothing();
        }
        var gathered = new ForeignProcess.Gathered();
        run(call, command, gathered);
        return new Evaluation.Value(new ArrayList<>(gathered.text().lines().toList()));
    }

    private Evaluation bash(Call call) throws IOException, InterruptedException {
        var script = Files.createTempFile("percolate", ".sh");
        try {
            Files.write(script, call.body().getBytes(StandardCharsets.UTF_8));
            run(call, List.of("bash", script.toString()), new ForeignProcess.Printed());
        } finally {
            Files.delete(script);
        }
        return new Evaluation.Nothing();
    }

    private void run(Call call, List<String> command, ForeignProcess.Taker output)
            throws IOException, InterruptedException {
        var status = ForeignProcess.run(call, command, environment, output);
        if (status != 0) {
            throw call.wrong("expected the command to end with status 0, got " + status);
        }
    }

    private Evaluation env(Call call) {
        var setting = call.rest().split("=|\\s+", 2);
        var name = setting[0].strip();
        if (name.isEmpty()) {
            return list(call);
        } else if (setting.length == 2) {
            environment.put(name, setting[1].strip());
            System.out.println(
                    name + " is set for %system and %%bash; System.getenv(\"" + name + "\") stays as it was");
            return new Evaluation.Nothing();
        }
        var value = environment.get(name);
        if (value == null) {
            throw call.wrong("there is no variable " + name + " in the environment");
        }
        return new Evaluation.Value(value);
    }

    /** What may be a secret is not shown to whoever looks at the page. */
    private Evaluation list(Call call) {
        var lines = new StringBuilder();
        environment.forEach((name, value) -> lines.append(name)
                .append('=')
                .append(name.matches("(?i).*(key|token|secret|passw).*") ? "(hidden)" : value)
                .append('\n'));
        if (!call.standsAlone()) {
            return new Evaluation.Value(lines.toString());
        }
        System.out.print(lines);
        return new Evaluation.Nothing();
    }
}
