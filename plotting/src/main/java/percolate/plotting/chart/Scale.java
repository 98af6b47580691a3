package percolate.plotting.chart;

import java.util.List;
import java.util.stream.IntStream;

/** How the values of an axis are spread over it, and where its ticks stand. */
public abstract class Scale {
    static final Scale LINEAR = new Scale() {
        @Override
        List<Tick> ticks(double low, double high, int most) {
            return RoundTicks.between(low, high, RoundTicks.step((high - low) / most));
        }
    };

    /** With ticks at whole numbers only. */
    static final Scale WHOLE = new Scale() {
        @Override
        List<Tick> ticks(double low, double high, int most) {
            return RoundTicks.between(low, high, Math.max(1, RoundTicks.step((high - low) / most)));
        }
    };

    static final Scale LOGARITHMIC = new Scale() {
        @Override
        double of(double value) {
            return Math.log10(value);
        }

        @Override
        double at(double place) {
            return Math.pow(10, place);
        }

        @Override
        boolean takes(double value) {
            return value > 0;
        }

        @Override
        List<Tick> ticks(double low, double high, int most) {
            return PowerTicks.between(low, high, most);
        }
    };

    private Scale() {}

    /** With a name at each whole number. */
    static Scale names(List<String> names) {
        var copy = List.copyOf(names);
        return new Scale() {
            @Override
            List<Tick> ticks(double low, double high, int most) {
                int every = (int) Math.max(1, RoundTicks.step((double) copy.size() / most));
                return IntStream.range(0, copy.size())
                        .filter(at -> at % every == 0)
                        .mapToObj(at -> new Tick(at, copy.get(at)))
                        .toList();
            }

            @Override
            List<String> names() {
                return copy;
            }
        };
    }

    /** The value itself, or what stands for it where the axis is not even. */
    double of(double value) {
        return value;
    }

    /** The value that stands at a place; undoes {@link #of}. */
    double at(double place) {
        return place;
    }

    boolean takes(double value) {
        return true;
    }

    abstract List<Tick> ticks(double low, double high, int most);

    /** The names at 0, 1, 2, …; empty where it has numbers. */
    List<String> names() {
        return List.of();
    }
}
