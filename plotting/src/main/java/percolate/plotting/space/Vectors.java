package percolate.plotting.space;

import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import percolate.Dataset;
import percolate.Model;
import percolate.ShapeException;
import percolate.Tensor;

/** Examples or words with a vector each. */
final class Vectors {
    private static final int LEAST_SIDE = 5;
    private static final int MOST_CLASSES = 50;

    private final Tensor values;
    private final Tensor examples;
    private final int[] labels;
    private final List<String> classes;
    private final List<String> words;

    private Vectors(Tensor values, Tensor examples, int[] labels, List<String> classes, List<String> words) {
        this.values = values;
        this.examples = examples;
        this.labels = labels;
        this.classes = classes;
        this.words = words;
    }

    static Vectors of(Model net, Dataset data) {
        if (data.size() < 3) {
            throw new IllegalArgumentException("embedding: expected three examples or more, got " + data.size());
        }
        var labels = labels(data);
        int count = Arrays.stream(labels).max().orElse(0) + 1;
        var named = IntStream.range(0, count)
                .mapToObj(at ->
                        at < data.classes().size() ? data.classes().get(at) : count == 1 ? "" : String.valueOf(at))
                .toList();
        return new Vectors(checked(net.predict(data).reshape(data.size(), -1)), data.x(), labels, named, List.of());
    }

    static Vectors of(Tensor vectors, List<String> words) {
        if (vectors.shape().rank() != 2 || vectors.shape().get(0) != words.size() || words.size() < 3) {
            throw new ShapeException(
                    "embedding: expected a vector for each of three words or more, [words, dimensions], got "
                            + vectors.shape() + " for " + words.size()
                            + " words; give net.weight(\"embedding1.weight\") and the words in"
                            + " the order of their numbers");
        }
        return new Vectors(checked(vectors), null, new int[words.size()], List.of(""), List.copyOf(words));
    }

    private static Tensor checked(Tensor values) {
        for (double value : values.toDoubleArray()) {
            if (!Double.isFinite(value)) {
                throw new IllegalArgumentException("embedding: expected finite numbers, got " + value + "; the training"
                        + " diverged, so train anew with a smaller learning rate");
            }
        }
        return values;
    }

    /** The classes of examples; all 0 where targets are none. */
    private static int[] labels(Dataset data) {
        boolean any = !data.targets().isEmpty()
                && data.y().shape().rank() == 1
                && !data.y().dtype().isFloating();
        var labels = any
                ? Arrays.stream(data.y().toLongArray())
                        .mapToInt(label -> (int) label)
                        .toArray()
                : new int[0];
        boolean few = Arrays.stream(labels).allMatch(label -> label >= 0 && label < MOST_CLASSES);
        return any && few ? labels : new int[data.size()];
    }

    Tensor values() {
        return values;
    }

    boolean areWords() {
        return !words.isEmpty();
    }

    List<String> words() {
        return words;
    }

    /** @param places [dimensions][points], of the first points at least */
    Cloud cloud(double[][] places) {
        int count = places[0].length;
        var titles = IntStream.range(0, count).mapToObj(this::title).toList();
        return new Cloud(places, Arrays.copyOf(labels, count), classes, titles);
    }

    private String title(int at) {
        if (areWords()) {
            return words.get(at);
        }
        var name = classes.get(labels[at]);
        return "example " + at + (name.isEmpty() ? "" : ", " + name);
    }

    /** The examples as grey images, of several channels the first. */
    List<BufferedImage> images() {
        var form = areWords() ? null : form(examples.shape().sizes());
        if (form == null) {
            throw new ShapeException("embedding.images: expected examples that are images, got "
                    + (areWords() ? "words" : examples.shape()) + "; leave images() out");
        }
        var values = examples.toFloatArray();
        int size = values.length / examples.size(0);
        var images = new ArrayList<BufferedImage>();
        for (int from = 0; from < values.length; from += size) {
            images.add(image(Arrays.copyOfRange(values, from, from + form[0] * form[1]), form[1]));
        }
        return images;
    }

    private static int[] form(List<Integer> shape) {
        int rank = shape.size();
        if (rank == 3 || rank == 4) {
            return new int[] {shape.get(rank - 2), shape.get(rank - 1)};
        }
        int side = rank == 2 ? (int) Math.round(Math.sqrt(shape.get(1))) : 0;
        return side >= LEAST_SIDE && side * side == shape.get(1) ? new int[] {side, side} : null;
    }

    private static BufferedImage image(float[] values, int width) {
        var image = new BufferedImage(width, values.length / width, BufferedImage.TYPE_INT_RGB);
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        for (int at = 0; at < values.length; at++) {
            int level = high > low ? Math.round(255 * (values[at] - low) / (high - low)) : 128;
            image.setRGB(at % width, at / width, level << 16 | level << 8 | level);
        }
        return image;
    }
}
