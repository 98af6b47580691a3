package percolate.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import percolate.Dataset;
import percolate.Split;
import percolate.tensor.RandomStream;

/** Data in parts: those of a split, and folds. */
public final class Shares {
    private Shares() {}

    public static Split split(Dataset data, Number train, long seed) {
        if (!(train.doubleValue() > 0 && train.doubleValue() <= 1)) {
            throw new IllegalArgumentException(
                    "split: expected a share above 0 and up to 1 for the training part, got " + train + percent(train));
        }
        return split(data, train, 1 - train.doubleValue(), seed);
    }

    private static String percent(Number share) {
        double value = share.doubleValue();
        return value > 1 && value <= 100 ? "; write " + value / 100 + " for " + share + " %" : "";
    }

    public static Split split(Dataset data, Number train, Number validation, long seed) {
        double first = train.doubleValue();
        double second = validation.doubleValue();
        if (!(first > 0) || !(second >= 0) || first + second > 1 + 1e-9) {
            throw new IllegalArgumentException(
                    "split: expected a training share above 0 and a validation share of 0 or more that sum to 1 at"
                            + " most, got " + train + " and " + validation);
        }
        var parts = List.of(new ArrayList<Long>(), new ArrayList<Long>(), new ArrayList<Long>());
        for (var group : groups(data, seed)) {
            int end = (int) Math.round(group.length * first);
            int last = Math.min(group.length, (int) Math.round(group.length * (first + second)));
            add(parts.get(0), group, 0, end);
            add(parts.get(1), group, end, last);
            add(parts.get(2), group, last, group.length);
        }
        return new Split(
                part(data, parts.get(0), seed).fitted(),
                part(data, parts.get(1), seed).still(),
                part(data, parts.get(2), seed).still());
    }

    /** All examples in random order, or those of each class where that matters. */
    private static List<long[]> groups(Dataset data, long seed) {
        var order = new RandomStream(seed).permutation(data.size());
        if (!data.facts().strata()) {
            return List.of(order);
        }
        var labels = Classes.labels("split", data);
        return Arrays.stream(labels)
                .distinct()
                .sorted()
                .mapToObj(c ->
                        LongStream.of(order).filter(i -> labels[(int) i] == c).toArray())
                .toList();
    }

    private static void add(List<Long> part, long[] group, int from, int to) {
        IntStream.range(from, to).forEach(i -> part.add(group[i]));
    }

    /** Classes are mixed again. */
    private static Dataset part(Dataset data, List<Long> examples, long seed) {
        var rows = examples.stream().mapToLong(Long::longValue).toArray();
        return data.facts().strata() ? data.rows(rows).shuffle(seed) : data.rows(rows);
    }

    public static List<Split> folds(Dataset data, int k, long seed) {
        if (k < 2 || k > data.size()) {
            throw new IllegalArgumentException("folds: expected 2 to " + data.size()
                    + " folds, no more than there are examples, got " + k + "; 5 and 10 are usual");
        }
        // Dealt out like cards, class after class, so that folds differ in size by one at most.
        var dealt = groups(data, seed).stream().flatMapToLong(LongStream::of).toArray();
        return IntStream.range(0, k)
                .mapToObj(fold -> new Split(
                        data.rows(every(dealt, k, fold, false)).fitted(),
                        data.rows(every(dealt, k, fold, true)).still(),
                        data.rows().still()))
                .toList();
    }

    private static long[] every(long[] dealt, int k, int fold, boolean in) {
        return IntStream.range(0, dealt.length)
                .filter(i -> (i % k == fold) == in)
                .mapToLong(i -> dealt[i])
                .toArray();
    }
}
