package percolate.metric;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts of the runs of words that predicted sentences share with their references. */
final class Grams {
    private final long[] shared;
    private final long[] all;
    private long predictedWords;
    private long referenceWords;

    /** @param order how many words the longest run has */
    Grams(int order) {
        shared = new long[order];
        all = new long[order];
    }

    void add(List<Integer> predicted, List<List<Integer>> references) {
        for (int n = 1; n <= all.length; n++) {
            var mine = runs(predicted, n);
            var theirs = new HashMap<List<Integer>, Integer>();
            for (var reference : references) {
                runs(reference, n).forEach((run, count) -> theirs.merge(run, count, Math::max));
            }
            for (var run : mine.entrySet()) {
                all[n - 1] += run.getValue();
                shared[n - 1] += Math.min(run.getValue(), theirs.getOrDefault(run.getKey(), 0));
            }
        }
        predictedWords += predicted.size();
        referenceWords += nearest(predicted.size(), references);
    }

    private static Map<List<Integer>, Integer> runs(List<Integer> words, int n) {
        var runs = new HashMap<List<Integer>, Integer>();
        for (int i = 0; i + n <= words.size(); i++) {
            runs.merge(words.subList(i, i + n), 1, Integer::sum);
        }
        return runs;
    }

    /** The length of the reference that is nearest to a length; of two, the shorter. */
    private static int nearest(int length, List<List<Integer>> references) {
        int nearest = references.get(0).size();
        for (var reference : references) {
            int farther = Math.abs(reference.size() - length) - Math.abs(nearest - length);
            nearest = farther < 0 || (farther == 0 && reference.size() < nearest) ? reference.size() : nearest;
        }
        return nearest;
    }

    double bleu() {
        double logarithms = 0;
        for (int i = 0; i < all.length; i++) {
            if (shared[i] == 0) {
                return 0;
            }
            logarithms += Math.log((double) shared[i] / all[i]) / all.length;
        }
        double brevity = Math.min(0, 1 - (double) referenceWords / predictedWords);
        return Math.exp(brevity + logarithms);
    }
}
