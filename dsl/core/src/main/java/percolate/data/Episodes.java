package percolate.data;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import percolate.Batch;
import percolate.Dataset;
import percolate.Episode;
import percolate.Shape;
import percolate.Tensor;
import percolate.engine.Array;
import percolate.tensor.RandomStream;

/** Tasks of a few examples of a few classes. */
public final class Episodes implements Iterable<Episode> {
    private final Dataset data;
    private final int ways;
    private final int shots;
    private final int queries;
    private final long seed;
    private final List<long[]> classes;

    public Episodes(Dataset data, int ways, int shots, int queries, long seed) {
        if (ways < 2 || shots < 1 || queries < 1) {
            throw new IllegalArgumentException("episodes: expected 2 classes or more with 1 example or more to learn"
                    + " from and to ask, got " + ways + ", " + shots + " and " + queries + "; 5, 1, 15 are usual");
        }
        this.data = data;
        this.ways = ways;
        this.shots = shots;
        this.queries = queries;
        this.seed = seed;
        this.classes = large(Classes.labels("episodes", data));
        if (classes.size() < ways) {
            throw new IllegalArgumentException("episodes: expected " + ways + " classes with " + (shots + queries)
                    + " examples or more each, got " + classes.size() + "; ask for fewer");
        }
    }

    /** The examples of each class that has enough. */
    private List<long[]> large(long... labels) {
        return Arrays.stream(labels)
                .distinct()
                .sorted()
                .mapToObj(c -> LongStream.range(0, labels.length)
                        .filter(i -> labels[(int) i] == c)
                        .toArray())
                .filter(rows -> rows.length >= shots + queries)
                .toList();
    }

    @Override
    public Iterator<Episode> iterator() {
        var random = new RandomStream(seed);
        int count = Math.max(1, data.size() / (ways * (shots + queries)));
        return IntStream.range(0, count).mapToObj(i -> draw(random)).iterator();
    }

    private Episode draw(RandomStream random) {
        var support = LongStream.builder();
        var query = LongStream.builder();
        var order = random.permutation(classes.size());
        for (int way = 0; way < ways; way++) {
            var rows = classes.get((int) order[way]);
            var drawn = random.permutation(rows.length);
            IntStream.range(0, shots).forEach(i -> support.add(rows[(int) drawn[i]]));
            IntStream.range(shots, shots + queries).forEach(i -> query.add(rows[(int) drawn[i]]));
        }
        long draw = random.nextSeed();
        return new Episode(
                batch(support.build().toArray(), shots, draw),
                batch(query.build().toArray(), queries, draw));
    }

    private Batch batch(long[] rows, int each, long draw) {
        var labels = IntStream.range(0, rows.length).mapToLong(i -> i / each).toArray();
        var y = new Tensor(Array.of(labels, Shape.of(labels.length)));
        return data.drawn(rows, draw, 0).withY(y.to(data.x().device()));
    }
}
