package percolate.tensor;

import java.util.function.Supplier;
import percolate.engine.Native;

/**
 * Work whose temporary tensors go when it is done. Which tensors are temporary only Java's collector knows, so it is asked
 * at the end where the work made enough of them; what is returned or was stored anywhere stays.
 */
public final class Scope {
    private static final long WORTH_COLLECTING_BYTES = 64L << 20;

    private Scope() {}

    public static <T> T run(Supplier<T> body) {
        long before = Native.madeBytes();
        try {
            return body.get();
        } finally {
            if (Native.madeBytes() - before > WORTH_COLLECTING_BYTES) {
                Native.collect();
            }
        }
    }
}
