package percolate.kernel.magic;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.regex.Pattern;
import percolate.kernel.cells.Interruption;
import percolate.kernel.language.Evaluation;

/** Magics that measure. */
final class TimeMagics {
    private static final Pattern OPTION = Pattern.compile("\\A\\s*-([nr])\\s*(\\d{1,9})(?:\\s+|\\z)");
    private static final int RUNS = 7;
    private final Interruption interruption;
    private final MagicInterpreter interpreter;
    private final Stopwatch stopwatch;

    TimeMagics(Surroundings session, MagicInterpreter interpreter, Stopwatch stopwatch) {
        this.interruption = session.interruption();
        this.interpreter = interpreter;
        this.stopwatch = stopwatch;
    }

    List<Magic> all() {
        var time = "Tells what the code takes: wall and CPU time while it runs, without its compilation.";
        var timeit =
                "Runs the code again and again and tells what it takes on average and at best; -n: so many loops in"
                        + " a run (as many as take 0.2 s), -r: so many runs (" + RUNS + ").";
        return List.of(
                Magic.line("time", "CODE", time, this::time).runningCode(),
                Magic.cell("time", "", time, this::time).runningCode(),
                Magic.line("timeit", "[-n LOOPS] [-r RUNS] CODE", timeit, this::timeit)
                        .runningCode(),
                Magic.cell("timeit", "[-n LOOPS] [-r RUNS]", timeit, this::timeit)
                        .runningCode());
    }

    private Evaluation time(Call call) {
        requireCode(call, call.code());
        var clock = new Clock();
        interruption.watch(clock);
        try {
            return interpreter.evaluate(call.code(), call.source(), call.language());
        } finally {
            interruption.watch(running -> {});
            if (clock.hasRun) { // code that does not compile takes no time
                System.out.println(clock);
            }
        }
    }

    private Evaluation timeit(Call asked) {
        var call = asked;
        var loops = 0;
        var runs = RUNS;
        for (var option = OPTION.matcher(call.rest()); option.find(); option = OPTION.matcher(call.rest())) {
            var number = Integer.parseInt(option.group(2));
            if (number == 0) {
                throw asked.wrong("expected at least one loop and one run, got "
                        + option.group().strip());
            }
            loops = option.group(1).equals("n") ? number : loops;
            runs = option.group(1).equals("r") ? number : runs;
            call = call.without(option.group());
        }
        requireCode(call, call.code());
        stopwatch.plan(new Stopwatch.Plan(loops, runs));
        try {
            return call.language()
                    .evaluate(call.language().timed(call.code()), call.source().number());
        } finally {
            stopwatch.forget();
        }
    }

    private static void requireCode(Call call, String code) {
        if (code.isBlank()) {
            throw call.wrong("expected code to measure, got none");
        }
    }

    /** Adds up the times in which a cell's code runs. */
    private static final class Clock implements Interruption.Watch {
        /** The system counts a process's CPU time in steps of this. */
        private static final double CPU_STEP_NANOS = 10e6;

        private final OperatingSystemMXBean system =
                (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        private long wallNanos;
        private long cpuNanos;
        private boolean hasRun;

        @Override
        public void runs(boolean running) {
            hasRun = true;
            var sign = running ? -1 : 1;
            wallNanos += sign * System.nanoTime();
            cpuNanos += sign * system.getProcessCpuTime();
        }

        @Override
        public String toString() {
            var cpu = cpuNanos < CPU_STEP_NANOS
                    ? "less than " + Measure.nanos(CPU_STEP_NANOS)
                    : Measure.nanos((double) cpuNanos);
            return "CPU " + cpu + ", wall " + Measure.nanos((double) wallNanos);
        }
    }
}
