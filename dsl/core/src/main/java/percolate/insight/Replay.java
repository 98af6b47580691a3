package percolate.insight;

import java.util.List;
import percolate.Batch;
import percolate.Dataset;
import percolate.Gradients;
import percolate.Model;
import percolate.Optimizer;
import percolate.Parameters;
import percolate.Run;

/** A training whose steps can be looked at again, with the weights as they are then. */
public interface Replay {
    Model model();

    /** Whether losses compare the model's outputs with the data's targets, and no function in Java does. */
    boolean isSupervised();

    /** The training's loss, in words. */
    String loss();

    /** What is trained, the model first. */
    List<Parameters> owners();

    Optimizer optimizer();

    Dataset data();

    long seed();

    int stepsPerEpoch();

    /** The examples of a step, counted from 0. */
    Batch batch(long step);

    /** The loss of a step and its gradients, as in training; changes no trained weight. */
    Gradients gradients(long step);

    /** Trains all of it again, from the weights as they are, without panel and messages. */
    Run again();
}
