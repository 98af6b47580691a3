package percolate.plotting.space;

import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import percolate.plotting.chart.Digits;
import percolate.plotting.chart.Drawing;
import percolate.plotting.chart.Illustration;
import percolate.plotting.chart.Picture;

/** The words whose vectors point most nearly the same way as one word's, by the cosine u·v / (|u||v|) of their angle. */
public final class Neighbours extends Illustration<Neighbours> {
    private static final int SHOWN = 10;

    private final String word;
    private final List<Neighbour> nearest;

    /** A word with its cosine. */
    public record Neighbour(String word, double cosine) {}

    private Neighbours(String word, List<Neighbour> nearest, UnaryOperator<Picture> dress) {
        super(dress);
        this.word = word;
        this.nearest = nearest;
    }

    public static Neighbours of(Embedded embedding, String word) {
        var words = embedding.vectors().words();
        int at = words.indexOf(word);
        if (at < 0) {
            throw new IllegalArgumentException("neighbours: expected "
                    + (words.isEmpty()
                            ? "an embedding of words, embedding(vectors, words)"
                            : "one of the " + words.size() + " words, such as "
                                    + words.stream().limit(5).toList())
                    + ", got \"" + word + "\"");
        }
        var rows = embedding.vectors().values().toFloatMatrix();
        var nearest = IntStream.range(0, rows.length)
                .filter(other -> other != at)
                .mapToObj(other -> new Neighbour(words.get(other), cosine(rows[at], rows[other])))
                .sorted(Comparator.comparing(Neighbour::cosine).reversed())
                .limit(SHOWN)
                .toList();
        return new Neighbours(word, nearest, UnaryOperator.identity());
    }

    private static double cosine(float[] one, float[] other) {
        double product = 0;
        double first = 0;
        double second = 0;
        for (int at = 0; at < one.length; at++) {
            product += (double) one[at] * other[at];
            first += (double) one[at] * one[at];
            second += (double) other[at] * other[at];
        }
        return first == 0 || second == 0 ? 0 : product / Math.sqrt(first * second);
    }

    /** The nearest first. */
    public List<Neighbour> nearest() {
        return nearest;
    }

    @Override
    protected Neighbours with(UnaryOperator<Picture> other) {
        return new Neighbours(word, nearest, other);
    }

    @Override
    protected Drawing drawing() {
        return new Ranking(
                nearest,
                "words nearest to " + word + ": "
                        + nearest.stream()
                                .map(near -> near.word() + " (" + Digits.of(near.cosine(), 2) + ")")
                                .collect(Collectors.joining(", ")),
                word);
    }
}
