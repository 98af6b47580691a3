package percolate.loss;

import java.util.stream.Stream;
import percolate.Loss;

/** One loss of a sum, so many times. */
public record Term(double weight, Loss loss) {
    /** The term, of what its loss is natively. */
    public String times(String value) {
        return weight == 1 ? value : "torch.mul(" + value + ", " + weight + ")";
    }

    /** The native sum of several, the loss of a training. */
    public static String sum(Stream<String> terms) {
        return terms.reduce((a, b) -> "torch.add(" + a + ", " + b + ")").orElseThrow();
    }

    /** As it was written: {@code mse().times(0.5)}. */
    @Override
    public String toString() {
        return loss + (weight == 1 ? "" : ".times(" + weight + ")");
    }
}
