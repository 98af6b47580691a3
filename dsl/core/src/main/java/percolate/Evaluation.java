package percolate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Loss and metrics of a model on a data set. */
public record Evaluation(double loss, Map<String, Double> metrics) {
    public Evaluation {
        metrics = Collections.unmodifiableMap(new LinkedHashMap<>(metrics));
    }

    /** A metric by name, or {@code loss}. */
    public double get(String name) {
        if (name.equals("loss")) {
            return loss;
        }
        var value = metrics.get(name);
        if (value == null) {
            throw new IllegalArgumentException(
                    "evaluation: there is no \"" + name + "\" here, but loss and " + metrics.keySet());
        }
        return value;
    }

    /** The share of examples whose largest output is the right class. */
    public double accuracy() {
        return get("accuracy");
    }
}
