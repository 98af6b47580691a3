package percolate.kernel.api;

import java.util.function.BiConsumer;

/** What stands behind {@link Comms}: the kernel of the session, or nothing where no notebook is connected. */
public interface CommLines {
    /** Nobody to talk to: nothing comes, and what is opened fails. */
    CommLines NONE = new CommLines() {
        @Override
        public Comm open(String target, CommData opening) {
            throw new IllegalStateException("comm " + target + ": expected a notebook that is connected, got a program"
                    + " of its own; run this code in a notebook");
        }

        @Override
        public void register(String target, BiConsumer<Comm, CommData> handler) {
            // Nobody will open one.
        }

        @Override
        public void unregister(String target) {
            // Nobody was to open one.
        }
    };

    Comm open(String target, CommData opening);

    void register(String target, BiConsumer<Comm, CommData> handler);

    void unregister(String target);
}
