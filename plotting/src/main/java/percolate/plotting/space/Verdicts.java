package percolate.plotting.space;

/** The class that a network sees at each of some places, and how sure it is. */
final class Verdicts {
    private final int[] labels;
    private final double[] shares;
    private final int classes;

    private Verdicts(int[] labels, double[] shares, int classes) {
        this.labels = labels;
        this.shares = shares;
        this.classes = classes;
    }

    /**
     * @param outputs [places, width]
     * @param threshold from which on a single output means class 1
     */
    static Verdicts of(float[] outputs, int width, double threshold) {
        int count = outputs.length / width;
        var labels = new int[count];
        var shares = new double[count];
        for (int at = 0; at < count; at++) {
            if (width == 1) {
                double beyond = outputs[at] - threshold;
                labels[at] = beyond >= 0 ? 1 : 0;
                shares[at] = 0.5 + Math.min(0.5, Math.abs(beyond));
            } else {
                labels[at] = best(outputs, at * width, width);
                shares[at] = share(outputs, at * width, width, labels[at]);
            }
        }
        return new Verdicts(labels, shares, Math.max(2, width));
    }

    private static int best(float[] outputs, int from, int width) {
        int best = 0;
        for (int label = 1; label < width; label++) {
            best = outputs[from + label] > outputs[from + best] ? label : best;
        }
        return best;
    }

    /** The output itself where the outputs add up to 1, else its softmax. */
    private static double share(float[] outputs, int from, int width, int label) {
        double sum = 0;
        double powers = 0;
        boolean positive = true;
        for (int at = from; at < from + width; at++) {
            sum += outputs[at];
            positive &= outputs[at] >= 0;
            powers += Math.exp(outputs[at] - outputs[from + label]);
        }
        return positive && Math.abs(sum - 1) < 1e-3 ? outputs[from + label] : 1 / powers;
    }

    int label(int at) {
        return labels[at];
    }

    /** The probability of that class; not a number where the network gives none. */
    double share(int at) {
        return shares[at];
    }

    int classes() {
        return classes;
    }

    int size() {
        return labels.length;
    }
}
