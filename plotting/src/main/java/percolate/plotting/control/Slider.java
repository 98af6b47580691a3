package percolate.plotting.control;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A number between two ends, {@code slider("rate", 0.0001, 1).log().at(0.01)}: in hundredths of the way, or in whole numbers
 * where both ends are written as such and lie further apart than 1.
 */
public final class Slider extends Valued<Double, Slider> {
    private static final int STEPS = 100;

    private final Scale scale;

    /** @param step between two values, of a logarithmic slider between their decimal logarithms */
    private record Scale(String name, double low, double high, double step, boolean log) {
        double along(double value) {
            return log ? Math.log10(value) : value;
        }

        double back(double place) {
            return log ? Math.pow(10, place) : place;
        }

        double span() {
            return along(high) - along(low);
        }

        /** The nearest value of those that the slider can show. */
        double middle() {
            double half = Math.rint(span() / 2 / step) * step;
            return Math.min(high, back(along(low) + half));
        }

        boolean holds(double value) {
            return value >= low && value <= high;
        }

        boolean isWhole() {
            return !log && low == Math.rint(low) && step == Math.rint(step);
        }
    }

    private Slider(Scale scale, double value, List<Consumer<? super Double>> handlers) {
        super("slider \"" + scale.name + "\"", value, handlers);
        this.scale = scale;
    }

    /** @throws IllegalArgumentException if the ends are not finite, or not in this order */
    public static Slider of(String name, Number low, Number high) {
        double from = low.doubleValue();
        double to = high.doubleValue();
        if (!(from < to) || Double.isInfinite(to - from)) {
            throw new IllegalArgumentException("slider(\"" + Words.name("slider", name)
                    + "\", …): expected two finite ends, the lower one first, got " + low + " and " + high
                    + "; give them as slider(\"" + name + "\", 0, 1)");
        }
        boolean whole = isWhole(low) && isWhole(high) && to - from > 1;
        var scale = new Scale(Words.name("slider", name), from, to, whole ? 1 : (to - from) / STEPS, false);
        return new Slider(scale, scale.middle(), List.of());
    }

    private static boolean isWhole(Number end) {
        return end instanceof Integer || end instanceof Long;
    }

    /** With equal ways between equal factors, as for learning rates; it starts in the middle again. */
    public Slider log() {
        if (scale.low <= 0) {
            throw new IllegalArgumentException(who() + ".log: expected ends above 0, got " + Words.number(scale.low)
                    + "; a logarithmic slider starts at a small number such as 0.0001");
        }
        double step = Math.log10(scale.high / scale.low) / STEPS;
        var log = new Scale(scale.name, scale.low, scale.high, step, true);
        return new Slider(log, log.middle(), handlers());
    }

    /** With another distance between two values, of a logarithmic slider between their decimal logarithms. */
    public Slider step(Number step) {
        if (!(step.doubleValue() > 0) || step.doubleValue() > scale.span()) {
            throw new IllegalArgumentException(who() + ".step: expected a distance above 0 and up to "
                    + Words.number(scale.span()) + ", got " + step + "; take a smaller one, such as "
                    + Words.number(scale.span() / STEPS));
        }
        var stepped = new Scale(scale.name, scale.low, scale.high, step.doubleValue(), scale.log);
        return new Slider(stepped, value(), handlers());
    }

    /** Starting at another value. */
    public Slider at(Number value) {
        return new Slider(scale, checked("at", value), handlers());
    }

    /** Moves the slider from code. */
    public Slider set(Number value) {
        return change(checked("set", value));
    }

    /** The value as a whole number, rounded, for sizes: {@code dense(units.integer())}. */
    public int integer() {
        return (int) Math.rint(value());
    }

    private double checked(String where, Number value) {
        if (!scale.holds(value.doubleValue())) {
            throw new IllegalArgumentException(who() + "." + where + ": expected a value from "
                    + Words.number(scale.low) + " to " + Words.number(scale.high) + ", got " + value
                    + "; stay between the ends, or make a wider slider");
        }
        return value.doubleValue();
    }

    private String who() {
        return "slider \"" + scale.name + "\"";
    }

    @Override
    Slider self() {
        return this;
    }

    @Override
    Widget model(Double value) {
        var state = described(scale.name, "SliderStyle", "420px");
        state.put("min", scale.along(scale.low));
        state.put("max", scale.along(scale.high));
        state.put("step", scale.step);
        state.put("readout_format", scale.isWhole() ? "d" : ".3g");
        state.put("value", value);
        return Widget.control(scale.log ? "FloatLogSlider" : "FloatSlider", state);
    }

    @Override
    Map<String, Object> state(Double value) {
        return Map.of("value", value);
    }

    /** What lies outside, as by rounding of its logarithm, becomes the nearer end. */
    @Override
    Optional<Double> accepted(Map<?, ?> state) {
        return state.get("value") instanceof Number sent && !Double.isNaN(sent.doubleValue())
                ? Optional.of(Math.min(scale.high, Math.max(scale.low, sent.doubleValue())))
                : Optional.empty();
    }

    @Override
    String words() {
        return scale.name + ": " + Words.number(value()) + ", a slider from " + Words.number(scale.low) + " to "
                + Words.number(scale.high);
    }

    @Override
    String html() {
        return "<p><b>" + Words.escaped(scale.name) + "</b>: " + Words.number(value()) + ", a slider from "
                + Words.number(scale.low) + " to " + Words.number(scale.high) + "</p>";
    }
}
