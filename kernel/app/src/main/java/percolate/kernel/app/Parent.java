package percolate.kernel.app;

import java.util.Optional;

/** The front end's process, without which a kernel has nobody to answer. */
final class Parent {
    static final String VARIABLE = "JPY_PARENT_PID";

    private Parent() {}

    /** Does something when the front end's process ends; front ends that start kernels to stay do not name one. */
    static void watch(Runnable whenGone) {
        Optional.ofNullable(System.getenv(VARIABLE))
                .filter(text -> text.matches("\\d+"))
                .flatMap(text -> ProcessHandle.of(Long.parseLong(text)))
                .ifPresent(parent -> watch(parent, whenGone));
    }

    private static void watch(ProcessHandle parent, Runnable whenGone) {
        var watcher = new Thread(
                () -> {
                    parent.onExit().join();
                    whenGone.run();
                },
                "percolate-parent");
        watcher.setDaemon(true);
        watcher.start();
    }
}
