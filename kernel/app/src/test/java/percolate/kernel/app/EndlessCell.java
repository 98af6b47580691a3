package percolate.kernel.app;

import java.util.Optional;

/** Cells that never end by themselves, each in another way; most say that they run before they do. */
enum EndlessCell {
    EMPTY_LOOP("while (true) {}"),
    COUNTING_LOOP("for (;;) x++;"),
    DEEP_RECURSION("deep(0);"),
    READ_OF_STDIN("System.in.read();"),
    SCANNER("new Scanner(System.in).nextLine();"),
    SLEEPING_THREAD("Thread.sleep(600_000);"),
    TRAINING(
            "net.train(data).epochs(1_000_000).seed(1).quiet().fit();",
            "var net = sequential(input(64), dense(32).relu(), dense(10)); var data = digits();"),
    LOOP_THAT_CATCHES_ALL("while (true) { try { for (;;); } catch (Throwable e) {} }"),
    SLEEPS_THAT_CATCH_ALL(
            "try { Thread.sleep(600_000); } catch (Throwable e) {} try { Thread.sleep(600_000); } catch (Throwable e) {}"),
    FINALLY_THAT_LOOPS("try { Thread.sleep(600_000); } finally { while (true) {} }"),
    STREAM("Stream.iterate(1, i -> i + 1).forEach(i -> {});"),
    PARALLEL_STREAM("IntStream.range(0, 100).parallel().forEach(i -> { while (true); });"),
    PARALLEL_SLEEPS(
            "IntStream.range(0, 100).parallel().forEach(i -> { try { Thread.sleep(600_000); } catch (Exception e) {} });"),
    COMPARATOR("List<Integer> two = Arrays.asList(1, 2); two.sort((a, b) -> { while (true); });"),
    FUTURE("CompletableFuture.supplyAsync(() -> { while (true); }).get();"),
    OWN_EXECUTOR(
            "var pool = Executors.newFixedThreadPool(2, task -> { var t = new Thread(task); t.setDaemon(true); return t; });"
                    + " pool.invokeAll(List.of(() -> { Thread.sleep(600_000); return 1; }));"),
    WAIT("Object lock = new Object(); synchronized (lock) { lock.wait(); }"),
    QUEUE("new LinkedBlockingQueue<String>().take();"),
    INTERRUPTIBLE_LOCK("var held = new Semaphore(0); held.acquire();"),
    PROCESS("new ProcessBuilder(\"sleep\", \"5\").start().waitFor();"),
    STRING_SWITCH(
            "var w = \"a\"; while (true) { switch (w) { case \"a\": w = \"b\"; continue; default: w = \"a\"; } }"),
    LABELLED_DO("int n = 0; outer: do { for (;;) { if (n++ % 3 == 0) continue outer; } } while (true);"),
    CONSTRUCTOR("class Slow { Slow() { while (true); } } new Slow();"),
    STATIC_INITIALISER("class Never { static int n; static { while (n >= 0) { n = 1; } } } new Never();"),
    DEFAULT_METHOD("interface Turn { default void turn() { while (true); } } new Turn() {}.turn();"),
    RECORD("record Pair(int a, int b) { public Pair { while (a == a); } } new Pair(1, 2);"),
    ENUM("enum Colour { RED { void spin() { while (true); } }; abstract void spin(); } Colour.RED.spin();"),
    NESTED_CLASS("class Outer { class Inner { void spin() { for (;;); } } } new Outer().new Inner().spin();"),
    MUTUAL_RECURSION(
            "int odd(int n) { return even(n) + even(n); } int even(int n) { return n > 500 ? 0 : odd(n + 1) + odd(n + 1); } even(0);"),
    PRINTING("while (true) { System.out.println(\"and so on\"); }"),
    HUGE_PRINT("System.out.print(\"x\".repeat(100_000_000));"),
    ENDLESS_TO_STRING(
            "class Endless { public String toString() { System.out.println(\"in\"); while (true); } } new Endless()") {
        @Override
        String code() {
            return ownCode();
        }
    },
    KOTLIN_EMPTY_LOOP("while (true) {}"),
    KOTLIN_COUNTING_LOOP("var n = 0L; while (true) n++"),
    KOTLIN_DEEP_RECURSION("fun down(n: Int): Int = if (n > 500) 0 else down(n + 1) + down(n + 1); down(0)"),
    KOTLIN_SLEEPING_THREAD("Thread.sleep(600_000)"),
    KOTLIN_READ_LINE("readLine()"),
    KOTLIN_TRAINING(
            "kotlinNet.train(kotlinData).epochs(1_000_000).seed(1).quiet().fit()",
            "%%kotlin\nval kotlinNet = sequential(input(64), dense(32).relu(), dense(10)); val kotlinData = digits()"),
    KOTLIN_LAZY("val later by lazy { while (true) {}; 1 }; later"),
    STOPPED_AT_ONCE("while (true) {}") {
        @Override
        String code() {
            return ownCode();
        }

        @Override
        boolean tellsThatItRuns() {
            return false;
        }
    };

    private final String code;
    private final String preparation;

    EndlessCell(String code) {
        this(code, "");
    }

    EndlessCell(String code, String preparation) {
        this.code = code;
        this.preparation = preparation;
    }

    /** A cell to run once before the rounds. */
    Optional<String> preparation() {
        return Optional.of(preparation).filter(cell -> !cell.isEmpty());
    }

    String code() {
        return isKotlin() ? "%%kotlin\nprintln(\"running\"); " + code : "System.out.println(\"running\"); " + code;
    }

    private boolean isKotlin() {
        return name().startsWith("KOTLIN_");
    }

    String ownCode() {
        return code;
    }

    boolean tellsThatItRuns() {
        return true;
    }
}
