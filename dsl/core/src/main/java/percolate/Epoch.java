package percolate;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What one pass over the training data brought.
 *
 * @param number from 1
 * @param loss mean training loss per example
 * @param validationLoss mean loss on the validation part, NaN where there is none
 * @param metrics by name, those of the validation part with {@code val_} in front, for example {@code val_accuracy}
 * @param learningRate at the end of the epoch
 * @param duration of training and validation together
 * @param run the training it belongs to
 */
public record Epoch(
        int number,
        double loss,
        double validationLoss,
        Map<String, Double> metrics,
        double learningRate,
        Duration duration,
        Run run) {
    public Epoch {
        if (number < 1) {
            throw new IllegalArgumentException("epoch: numbers start at 1, got " + number);
        }
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /** An epoch by itself, which no run has trained. */
    public Epoch(
            int number,
            double loss,
            double validationLoss,
            Map<String, Double> metrics,
            double learningRate,
            Duration duration) {
        this(number, loss, validationLoss, metrics, learningRate, duration, null);
    }

    /** The model as it is now; within a callback, as this epoch left it. */
    public Model model() {
        return trained("model").model();
    }

    /** Ends the training after this epoch. */
    public void stop() {
        trained("stop").stop();
    }

    private Run trained(String word) {
        if (run == null) {
            throw new IllegalStateException(
                    "epoch." + word + ": expected an epoch of a training, got one by itself; take it from fit()");
        }
        return run;
    }

    @Override
    public String toString() {
        return "epoch " + number + ": loss " + loss
                + (Double.isNaN(validationLoss) ? "" : ", val_loss " + validationLoss)
                + (metrics.isEmpty() ? "" : ", " + metrics) + ", learning rate " + learningRate;
    }

    /** A number by its name in {@link Run#table}: {@code loss}, {@code val_loss}, or a metric's; NaN where it is missing. */
    public double get(String name) {
        return switch (name) {
            case "loss" -> loss;
            case "val_loss" -> validationLoss;
            case "learning_rate" -> learningRate;
            default -> metrics.getOrDefault(name, Double.NaN);
        };
    }
}
