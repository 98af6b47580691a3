package percolate.plotting.vision;

import percolate.plotting.chart.Digits;

/** A gate or state of all units over time. */
final class Band {
    private final String layer;
    private final String name;
    private final float[] values;
    private final int units;
    private final int steps;
    private final boolean gate;

    /**
     * @param values [units, steps] in row-major order
     * @param gate whether its values are between 0 and 1
     */
    Band(String layer, String name, float[] values, int units, int steps, boolean gate) {
        this.layer = layer;
        this.name = name;
        this.values = values;
        this.units = units;
        this.steps = steps;
        this.gate = gate;
    }

    /** Gates from closed to open; states around zero. */
    Field field() {
        var span = span();
        return Field.of(values, 0, units, steps, span, gate ? Shade.SIZE : Shade.SIGNED);
    }

    Span span() {
        var range = Span.of(values);
        double most = Math.max(Math.abs(range.low()), Math.abs(range.high()));
        return gate ? new Span(0, 1) : new Span(-most, most);
    }

    double mean() {
        double sum = 0;
        for (float value : values) {
            sum += value;
        }
        return sum / values.length;
    }

    String words() {
        return name
                + (gate
                        ? ", open on average " + Digits.percent(mean())
                        : ", " + Span.of(values).words());
    }

    String layer() {
        return layer;
    }

    String name() {
        return name;
    }

    float[] values() {
        return values;
    }

    int units() {
        return units;
    }

    int steps() {
        return steps;
    }

    boolean gate() {
        return gate;
    }
}
