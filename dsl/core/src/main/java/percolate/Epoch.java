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
 */
public record Epoch(
        int number,
        double loss,
        double validationLoss,
        Map<String, Double> metrics,
        double learningRate,
        Duration duration) {
    public Epoch {
        if (number < 1) {
            throw new IllegalArgumentException("epoch: numbers start at 1, got " + number);
        }
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
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
