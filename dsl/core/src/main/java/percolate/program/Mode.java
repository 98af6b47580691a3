package percolate.program;

import percolate.Layer;

/** What a program pushes a batch forward for. */
public enum Mode {
    /** To use the model. */
    INFERENCE,
    /** To train it: elements are dropped, and statistics of batches are taken. */
    TRAINING,
    /** To draw from it: elements are dropped, all else is as in use (Gal and Ghahramani 2016). */
    SAMPLING;

    boolean isTraining(Layer layer) {
        return this == TRAINING || (this == SAMPLING && layer.isRandom());
    }
}
