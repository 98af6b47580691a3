package percolate.engine;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDManager;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The native engine of this process: PyTorch's C++ library through DJL, loaded on first use. */
public final class TorchEngine {
    private static final ReentrantLock RANDOM = new ReentrantLock();

    private TorchEngine() {}

    /** Loads the native library, which takes a second or two; safe to call from several threads, and again. */
    public static void start() {
        Loaded.MANAGER.getEngine();
    }

    /** For example {@code PyTorch 2.7.1}. */
    public static String version() {
        return Loaded.ENGINE.getEngineName() + " " + Loaded.ENGINE.getVersion();
    }

    /** For example {@code 0.35.1}. */
    public static String djlVersion() {
        return Engine.getDjlVersion();
    }

    /** How many threads one operation that is started here may use. */
    public static int threads() {
        start();
        return Torch.threads();
    }

    /** @see #threads() */
    public static void threads(int count) {
        start();
        Torch.threads(count);
    }

    /**
     * Takes the native random generator, of which a process has one, and seeds it: what runs until the block is closed
     * draws the same numbers each time. A second thread waits.
     */
    public static AutoCloseableLock seeded(long seed) {
        start();
        RANDOM.lock();
        Torch.seed(seed);
        return RANDOM::unlock;
    }

    /** Seeds the native random generator anew, which this thread has taken. */
    public static void seed(long seed) {
        Torch.seed(seed);
    }

    /** For what draws no native random numbers: nothing is locked. */
    public static AutoCloseableLock unseeded() {
        return () -> {};
    }

    static NDManager manager() {
        return Loaded.MANAGER;
    }

    /** A lock to be released at the end of a try block. */
    @FunctionalInterface
    public interface AutoCloseableLock extends AutoCloseable {
        @Override
        void close();
    }

    /** Loaded by the class loader at first use, once. */
    private static final class Loaded {
        /** Warns on machines whose graphics driver is too old for it, although nobody has asked for a graphics card. */
        private static final Logger COUNTS_DEVICES = Logger.getLogger("ai.djl.util.cuda.CudaUtils");

        static final Engine ENGINE = load();
        static final NDManager MANAGER = ENGINE.newBaseManager(ai.djl.Device.cpu());

        private static Engine load() {
            if (COUNTS_DEVICES.getLevel() == null) {
                COUNTS_DEVICES.setLevel(Level.SEVERE);
            }
            System.setProperty("DJL_OFFLINE", System.getProperty("DJL_OFFLINE", "true"));
            // Found through the loader that holds the engine, whatever loader the calling thread carries.
            var thread = Thread.currentThread();
            var before = thread.getContextClassLoader();
            thread.setContextClassLoader(TorchEngine.class.getClassLoader());
            try {
                var engine = Engine.getEngine("PyTorch");
                Torch.record();
                return engine;
            } finally {
                thread.setContextClassLoader(before);
            }
        }
    }
}
