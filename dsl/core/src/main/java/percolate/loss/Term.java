package percolate.loss;

import percolate.Loss;

/** One loss of a sum, so many times. */
public record Term(double weight, Loss loss) {
    /** As it was written: {@code mse().times(0.5)}. */
    @Override
    public String toString() {
        return loss + (weight == 1 ? "" : ".times(" + weight + ")");
    }
}
