package percolate.decoding;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Draws a word by its probability, softmax(logits / temperature), among the likely ones.
 *
 * @param most how many words may come, the likeliest; 0 for all
 * @param share the likeliest that together have this share may come; 1 for all
 */
record Sampler(double temperature, int most, double share) {
    static final Sampler USUAL = new Sampler(1, 0, 1);
    static final Sampler GREEDY = new Sampler(1, 1, 1);

    int draw(double[] logits, SplittableRandom random) {
        double[] p = probabilities(logits);
        double left = random.nextDouble();
        int last = 0;
        for (int word = 0; word < p.length && left >= 0; word++) {
            last = p[word] > 0 ? word : last;
            left -= p[word];
        }
        return last;
    }

    /** 0 for those that may not come. */
    double[] probabilities(double... logits) {
        double[] p = Arrays.stream(Logits.logarithms(
                        Arrays.stream(logits).map(x -> x / temperature).toArray()))
                .map(Math::exp)
                .toArray();
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer word) -> -p[word]))
                .mapToInt(word -> word)
                .toArray();
        double[] kept = new double[p.length];
        double sum = 0;
        for (int i = 0; i < order.length && (most == 0 || i < most) && sum < share; i++) {
            kept[order[i]] = p[order[i]];
            sum += p[order[i]];
        }
        double all = sum;
        return Arrays.stream(kept).map(x -> x / all).toArray();
    }
}
