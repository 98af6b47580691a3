package percolate.data;

import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import percolate.Dataset;
import percolate.Shape;
import percolate.Tensor;
import percolate.engine.Array;

/** Examples beside others of the same class or of another: what a network that measures likeness learns from. */
public final class Partners {
    private final long[] labels;
    private final SplittableRandom random;
    private final int[] byClass;
    private final String who;

    private Partners(String who, Dataset data, long seed) {
        this.who = who;
        this.labels = Classes.labels(who, data);
        this.random = new SplittableRandom(seed);
        this.byClass = IntStream.range(0, labels.length)
                .boxed()
                .sorted(Comparator.comparingLong(i -> labels[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** By turns of the same class and of another. */
    public static Dataset pairs(Dataset data, long seed) {
        var partners = new Partners(who(data, "pairs"), data, seed);
        var others = IntStream.range(0, data.size())
                .mapToLong(i -> partners.of(i, i % 2 == 0))
                .toArray();
        var same = new float[others.length];
        for (int i = 0; i < same.length; i += 2) {
            same[i] = 1;
        }
        return made(
                data,
                List.of(data.x(), data.rows(others).x()),
                List.of(new Tensor(Array.of(same, Shape.of(same.length)))
                        .to(data.x().device())));
    }

    /** One of the same class, and one of another. */
    public static Dataset triplets(Dataset data, long seed) {
        var partners = new Partners(who(data, "triplets"), data, seed);
        var same = IntStream.range(0, data.size())
                .mapToLong(i -> partners.of(i, true))
                .toArray();
        var other = IntStream.range(0, data.size())
                .mapToLong(i -> partners.of(i, false))
                .toArray();
        return made(
                data, List.of(data.x(), data.rows(same).x(), data.rows(other).x()), List.of());
    }

    private static String who(Dataset data, String word) {
        Weights.refuse(word, "examples", word, data);
        if (data.isDrawn()) {
            throw new IllegalArgumentException(
                    word + ": the images are augmented, and partners would be of one draw; say " + word + "(…) first");
        }
        return word;
    }

    private static Dataset made(Dataset data, List<Tensor> inputs, List<Tensor> targets) {
        return new TensorDataset(
                inputs, targets, data.facts().withClasses(List.of()).withTargetNames(List.of()));
    }

    /** Another example of its class, or one of another class. */
    private long of(int example, boolean same) {
        int from = first(labels[example]);
        int to = first(labels[example] + 1);
        int choices = same ? to - from - 1 : labels.length - (to - from);
        if (choices < 1) {
            throw new IllegalArgumentException(who + ": expected two examples or more of each of two classes or more,"
                    + " got " + (same ? "a single one of class " : "no class but ") + labels[example]
                    + "; take more examples");
        }
        int drawn = random.nextInt(choices);
        if (!same) {
            return byClass[drawn < from ? drawn : drawn + to - from];
        }
        return byClass[from + drawn] == example ? byClass[to - 1] : byClass[from + drawn];
    }

    /** Where the examples of this class, or of the next one there is, begin. */
    private int first(long label) {
        int low = 0;
        int high = byClass.length;
        while (low < high) {
            int middle = (low + high) / 2;
            if (labels[byClass[middle]] < label) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
