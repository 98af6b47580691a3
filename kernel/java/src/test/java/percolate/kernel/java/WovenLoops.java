package percolate.kernel.java;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongSupplier;
import percolate.kernel.api.Display;
import percolate.kernel.cells.CellLoader;

/**
 * What it costs that loops can be stopped: the same compiled loops woven and unwoven, in turn, in one run. Prints medians
 * and their ratio; run its main method on a quiet machine.
 */
final class WovenLoops {
    private static final int ROUNDS = 15;
    private static final List<String> LOOPS = List.of("sum", "matrix", "sieve", "nested", "collatz", "calls");

    private WovenLoops() {}

    /** The loops; public, with a constructor, for it is loaded twice. */
    public static final class Loops implements Function<String, LongSupplier> {
        @Override
        public LongSupplier apply(String name) {
            return Map.<String, LongSupplier>of(
                            "sum", Loops::sum,
                            "matrix", Loops::matrix,
                            "sieve", Loops::sieve,
                            "nested", Loops::nested,
                            "collatz", Loops::collatz,
                            "calls", () -> fibonacci(32))
                    .get(name);
        }

        private static long sum() {
            var numbers = new double[4_000_000];
            for (var i = 0; i < numbers.length; i++) {
                numbers[i] = i * 0.5;
            }
            double sum = 0;
            for (var round = 0; round < 10; round++) {
                for (var number : numbers) {
                    sum += number;
                }
            }
            return (long) sum;
        }

        private static long matrix() {
            var n = 320;
            var a = new double[n][n];
            var b = new double[n][n];
            var c = new double[n][n];
            for (var i = 0; i < n; i++) {
                for (var j = 0; j < n; j++) {
                    a[i][j] = i + j;
                    b[i][j] = i - j;
                }
            }
            for (var i = 0; i < n; i++) {
                for (var k = 0; k < n; k++) {
                    for (var j = 0; j < n; j++) {
                        c[i][j] += a[i][k] * b[k][j];
                    }
                }
            }
            return (long) c[n - 1][n - 1];
        }

        private static long sieve() {
            var composite = new boolean[5_000_000];
            long primes = 0;
            for (var i = 2; i < composite.length; i++) {
                if (!composite[i]) {
                    primes++;
                    for (var j = 2L * i; j < composite.length; j += i) {
                        composite[(int) j] = true;
                    }
                }
            }
            return primes;
        }

        private static long nested() {
            long x = 0;
            for (var i = 0; i < 3_000; i++) {
                for (var j = 0; j < 20_000; j++) {
                    x += i ^ j;
                }
            }
            return x;
        }

        private static long collatz() {
            long steps = 0;
            for (var start = 1; start < 300_000; start++) {
                for (long n = start; n != 1; n = n % 2 == 0 ? n / 2 : 3 * n + 1) {
                    steps++;
                }
            }
            return steps;
        }

        private static long fibonacci(int n) {
            return n < 2 ? n : fibonacci(n - 1) + fibonacci(n - 2);
        }
    }

    public static void main(String[] arguments) throws Exception {
        System.out.println("| loop | plain ms | woven ms | ratio |\n| --- | --- | --- | --- |");
        var plain = new Loops();
        var woven = woven();
        for (var loop : LOOPS) {
            compare(loop, plain.apply(loop), woven.apply(loop));
        }
    }

    private static void compare(String name, LongSupplier plain, LongSupplier woven) {
        var without = new double[ROUNDS];
        var with = new double[ROUNDS];
        for (var round = -3; round < ROUNDS; round++) {
            var one = millis(plain);
            var two = millis(woven);
            if (round >= 0) {
                without[round] = one;
                with[round] = two;
            }
        }
        System.out.printf(
                "| %s | %.1f | %.1f | %.2f |%n", name, median(without), median(with), median(with) / median(without));
    }

    private static double millis(LongSupplier loop) {
        var before = System.nanoTime();
        var result = loop.getAsLong();
        var after = System.nanoTime();
        if (result == Long.MIN_VALUE) {
            throw new AssertionError("no loop counts that far");
        }
        return (after - before) / 1e6;
    }

    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    @SuppressWarnings("unchecked")
    private static Function<String, LongSupplier> woven() throws Exception {
        var name = Loops.class.getName();
        var loader = new CellLoader(List.of(Cells.origin(Display.class)));
        try (var bytes = Loops.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
            loader.declare(name, bytes.readAllBytes());
        }
        return (Function<String, LongSupplier>)
                loader.loadClass(name).getConstructor().newInstance();
    }
}
