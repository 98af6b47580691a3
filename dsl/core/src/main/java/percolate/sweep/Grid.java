package percolate.sweep;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import percolate.Trial;
import percolate.tensor.RandomStream;

/**
 * Which trainings a sweep makes, and how.
 *
 * @param values of each parameter, in the order in which they were named
 * @param seeds how often each point is trained
 * @param random how many points of the grid are drawn, 0 for all
 * @param parallel how many train at once
 * @param stopping whether hopeless ones are stopped
 * @param file where finished rows are kept
 * @param quiet whether nobody is shown anything
 */
public record Grid(
        Map<String, List<Object>> values,
        int seeds,
        int random,
        int parallel,
        boolean stopping,
        Optional<Path> file,
        boolean quiet) {
    private static final String SEED = "seed";
    private static final long DRAWING = 1;

    public Grid {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** A grid of one parameter; the word seed alone, without values, is a grid of none. */
    public static Grid of(String name, Object... given) {
        var none = new Grid(Map.of(), 1, 0, 1, false, Optional.empty(), false);
        return name.equals(SEED) && given.length == 0 ? none : none.by(name, given);
    }

    /** One more parameter. */
    public Grid by(String name, Object... given) {
        var known = Arrays.asList(given);
        if (name.equals(SEED)) {
            throw new IllegalArgumentException("sweep: \"seed\" counts the repetitions, got " + known
                    + " for it; say seeds(10), and ask p.seed()");
        }
        if (values.containsKey(name)) {
            throw new IllegalArgumentException(
                    "sweep: \"" + name + "\" has values already, " + values.get(name) + "; give them all in one by(…)");
        }
        if (known.isEmpty() || known.contains(null) || known.stream().distinct().count() != known.size()) {
            throw new IllegalArgumentException("sweep: expected some values of \"" + name + "\", each once, got "
                    + (known.isEmpty() ? "none" : known) + "; write by(\"" + name + "\", 0.1, 0.01)");
        }
        var more = new LinkedHashMap<>(values);
        more.put(name, List.of(given));
        return new Grid(more, seeds, random, parallel, stopping, file, quiet);
    }

    public Grid withSeeds(int count) {
        return new Grid(values, positive("seeds", count), random, parallel, stopping, file, quiet);
    }

    public Grid withRandom(int count) {
        return new Grid(values, seeds, positive("random", count), parallel, stopping, file, quiet);
    }

    public Grid withParallel(int count) {
        return new Grid(values, seeds, random, positive("parallel", count), stopping, file, quiet);
    }

    public Grid withStopping() {
        return new Grid(values, seeds, random, parallel, true, file, quiet);
    }

    public Grid withFile(String its) {
        var path = Path.of(its.endsWith(".json") ? its : its + ".json");
        return new Grid(values, seeds, random, parallel, stopping, Optional.of(path), quiet);
    }

    public Grid quietly() {
        return new Grid(values, seeds, random, parallel, stopping, file, true);
    }

    private static int positive(String option, int count) {
        if (count < 1) {
            throw new IllegalArgumentException("sweep." + option + ": expected 1 or more, got " + count);
        }
        return count;
    }

    /** The trainings, in order: the last parameter changes first, then the seed within each point. */
    public List<Trial> trials() {
        return drawn(points()).stream()
                .flatMap(point -> LongStream.rangeClosed(1, seeds).mapToObj(seed -> new Trial(point, seed)))
                .toList();
    }

    private List<Map<String, Object>> points() {
        List<Map<String, Object>> points = List.of(Map.of());
        for (var parameter : values.entrySet()) {
            var longer = new ArrayList<Map<String, Object>>();
            for (var point : points) {
                for (var value : parameter.getValue()) {
                    var next = new LinkedHashMap<>(point);
                    next.put(parameter.getKey(), value);
                    longer.add(next);
                }
            }
            points = longer;
        }
        return points;
    }

    /** The same ones each time, for a sweep that goes on. */
    private List<Map<String, Object>> drawn(List<Map<String, Object>> points) {
        if (random == 0 || random >= points.size()) {
            return points;
        }
        var order = new RandomStream(DRAWING).permutation(points.size());
        return IntStream.range(0, random)
                .mapToObj(i -> points.get((int) order[i]))
                .toList();
    }

    /** For example {@code 2 of rate × 3 of hidden × 10 seeds}. */
    @Override
    public String toString() {
        var parts = new ArrayList<String>();
        values.forEach((name, its) -> parts.add(its.size() + " of " + name));
        parts.add(seeds + (seeds == 1 ? " seed" : " seeds"));
        return String.join(" × ", parts) + (random == 0 ? "" : ", " + random + " points drawn");
    }
}
