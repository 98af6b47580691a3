package percolate.engine;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.IValueUtils;
import ai.djl.pytorch.jni.JniUtils;

/**
 * The one class that names DJL's internal classes. What is relied upon, each held by {@code TorchContractTest}:
 *
 * <ul>
 *   <li>{@code IValueUtils.forward(block, inputs, true)} runs a program with the thread's gradient mode in force, takes
 *       unnamed arrays as arguments and arrays of one name ending in [] as one list, in order, and returns arrays that
 *       belong to no manager when the first argument belongs to none;
 *   <li>the gradient mode and the optimizing of programs are one per thread, the number of threads holds for the
 *       thread that sets it, the random seed for the process; a program that is not optimized gives the same digits
 *       from its first call on;
 *   <li>loading the engine turns the gradient mode of the loading thread off;
 *   <li>an array that is detached from its manager is freed by {@code close} alone.
 * </ul>
 */
final class Torch {
    private Torch() {}

    /** Runs a loaded program; {@code recording}: operations on parameters enter the gradient graph. */
    static NDList run(Model program, NDList arguments, boolean recording) {
        JniUtils.setGradMode(recording);
        // A program that is rewritten after its first calls gives other last digits from then on, and starts slower.
        JniUtils.setGraphExecutorOptimize(false);
        try {
            return IValueUtils.forward((PtSymbolBlock) program.getBlock(), arguments, true);
        } finally {
            JniUtils.setGraphExecutorOptimize(true);
            JniUtils.setGradMode(true);
        }
    }

    /** Lets a loaded program behave as in use, not as in training. */
    static void use(Model program) {
        JniUtils.enableInferenceMode((PtSymbolBlock) program.getBlock());
    }

    /**
     * The same native array under a name of its own: arrays named {@code w[]} reach a program together, as the list
     * {@code w}. Never closed, since it owns nothing.
     */
    static NDArray inList(String name, NDArray array) {
        var view = view(array);
        view.setName(name + "[]");
        return view;
    }

    /** The same native array without a name, for a program would take one with a name for an entry of a map. */
    static NDArray nameless(NDArray array) {
        return array.getName() == null ? array : view(array);
    }

    private static NDArray view(NDArray array) {
        var view = new PtNDArray((PtNDManager) array.getManager(), ((PtNDArray) array).getHandle());
        view.detach(); // its manager would hold it for ever
        return view;
    }

    /** The same native array in a manager's hands, which frees nothing when it closes it; the owner stays as long. */
    static NDArray lent(Array owner, NDManager manager) {
        return new Lending(owner, (PtNDManager) manager);
    }

    private static final class Lending extends PtNDArray {
        @SuppressWarnings("unused")
        private final Array owner;

        Lending(Array owner, PtNDManager manager) {
            super(manager, ((PtNDArray) owner.nd()).getHandle());
            this.owner = owner;
        }

        @Override
        public void close() {
            // Its memory is the owner's.
        }
    }

    static NDArray withoutGradient(NDArray array) {
        return JniUtils.detachGradient((PtNDArray) array);
    }

    /** Operations of this thread are recorded, as in every new thread. */
    static void record() {
        JniUtils.setGradMode(true);
    }

    static void threads(int count) {
        JniUtils.setNumThreads(count);
    }

    static int threads() {
        return JniUtils.getNumThreads();
    }

    static void seed(long seed) {
        JniUtils.setSeed(seed);
    }
}
