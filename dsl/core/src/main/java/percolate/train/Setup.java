package percolate.train;

import percolate.Model;
import percolate.Optimizer;
import percolate.Schedule;
import percolate.program.Rhythm;
import percolate.program.Truncation;
import percolate.schedule.Constant;

/**
 * A training with nothing left open but what makes its loss.
 *
 * @param steps how many there are at most; 0: all of the epochs
 * @param accumulate how many batches' gradients are averaged before the weights change
 * @param truncation how sequences are cut, each window of a batch a step of its own
 */
record Setup(
        Model model,
        Optimizer optimizer,
        Schedule schedule,
        int batch,
        int epochs,
        long steps,
        int accumulate,
        Truncation truncation,
        long seed) {
    /** Whole epochs at one rate. */
    Setup(Model model, Optimizer optimizer, int batch, int epochs, long seed) {
        this(model, optimizer, new Constant(), batch, epochs, 0, 1, Truncation.NONE, seed);
    }

    Rhythm rhythm(boolean isRandom) {
        return new Rhythm(!schedule.isConstant(), isRandom, accumulate, truncation);
    }
}
