package percolate.train;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import percolate.Device;
import percolate.Epoch;
import percolate.Gradients;
import percolate.Parameters;

/** What a training makes small, and how. */
interface Task {
    /** Draws new weights where none were given or trained. */
    void begin();

    /**
     * The steps of this training.
     *
     * @param history the epochs that have ended, as they come
     */
    Steps steps(Supplier<List<Epoch>> history);

    /** Multiplications of a step that can be rehearsed on copies of the weights; 0 for one that waits for Java. */
    long work();

    /** The same steps on copies of the weights; only where there is {@link #work}. */
    Steps rehearsal();

    /** Whether a step draws from the native generator. */
    boolean isRandom();

    /** Loss and metrics on the validation part, null where there is none. */
    Supplier<Map<String, Double>> validation();

    /** The names of what is measured beside the loss. */
    List<String> names();

    /** What is made small, in words. */
    String loss();

    /** What is trained, the model first. */
    List<Parameters> owners();

    /** The loss of a step and its gradients, by the weights as they are. */
    Gradients gradients(long step);

    /** Where the weights are. */
    Device device();
}
