package percolate.data.generated;

import java.util.List;
import java.util.SplittableRandom;
import percolate.Dataset;
import percolate.Vocabulary;
import percolate.data.Facts;
import percolate.data.TensorDataset;
import percolate.data.Tokens;

/** Sequences in classes: sound as samples, DNA as letters. */
public final class Sequences {
    private static final int SAMPLES = 128;
    private static final int LETTERS = 40;
    private static final String MOTIF = "TATAAT";
    private static final String BASES = "ACGT";

    private Sequences() {}

    /**
     * Sounds of a sine, a square or a sawtooth wave, 3 to 8 periods in 128 samples from any phase, with noise of standard
     * deviation 0.1: x [n, 128, 1], float32.
     */
    public static Dataset waves(int n, long seed) {
        Made.count("waves", n);
        var random = new SplittableRandom(seed);
        var x = new float[n * SAMPLES];
        var kinds = new long[n];
        for (int i = 0; i < n; i++) {
            kinds[i] = random.nextInt(3);
            double periods = 3 + 5 * random.nextDouble();
            double phase = random.nextDouble();
            for (int t = 0; t < SAMPLES; t++) {
                double turns = phase + periods * t / SAMPLES;
                x[i * SAMPLES + t] =
                        (float) (wave((int) kinds[i], turns - Math.floor(turns)) + 0.1 * random.nextGaussian());
            }
        }
        return Made.labelled(Made.tensor(x, n, SAMPLES, 1), kinds, "sine", "square", "sawtooth");
    }

    /** @param turn from 0 to 1 */
    private static double wave(int kind, double turn) {
        return switch (kind) {
            case 0 -> Math.sin(2 * Math.PI * turn);
            case 1 -> turn < 0.5 ? 1 : -1;
            default -> 2 * turn - 1;
        };
    }

    /**
     * Strands of 40 letters A, C, G, T, in half of which the motif TATAAT stands somewhere: x int64 [n, 40], y 1 where it
     * does.
     */
    public static Dataset dna(int n, long seed) {
        Made.count("dna", n);
        var random = new SplittableRandom(seed);
        var vocabulary = Vocabulary.of(Tokens.CHARACTERS, List.of(BASES));
        var x = new long[n * LETTERS];
        var found = new long[n];
        for (int i = 0; i < n; i++) {
            found[i] = random.nextInt(2);
            var strand = strand(found[i] == 1, random);
            for (int t = 0; t < LETTERS; t++) {
                x[i * LETTERS + t] = BASES.indexOf(strand.charAt(t));
            }
        }
        return new TensorDataset(
                List.of(Made.tensor(x, n, LETTERS)),
                List.of(Made.tensor(found, n)),
                Facts.none().withClasses(List.of("none", "motif")).withVocabularies(vocabulary, vocabulary));
    }

    private static String strand(boolean motif, SplittableRandom random) {
        var letters = new StringBuilder();
        do {
            letters.setLength(0);
            random.ints(LETTERS, 0, BASES.length()).forEach(b -> letters.append(BASES.charAt(b)));
        } while (letters.indexOf(MOTIF) >= 0);
        if (motif) {
            int at = random.nextInt(LETTERS - MOTIF.length() + 1);
            letters.replace(at, at + MOTIF.length(), MOTIF);
        }
        return letters.toString();
    }
}
