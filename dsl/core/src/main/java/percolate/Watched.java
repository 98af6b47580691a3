package percolate;

import java.util.List;

/**
 * The numbers of one weight, gradient or activation after an epoch, as {@link Training#watch} keeps them.
 *
 * @param epoch its number
 * @param what {@code gradients}, {@code weights} or {@code activations}
 * @param name of the weight, or for activations of the layer
 * @param norm √Σv²
 * @param mean of its elements
 * @param deviation their standard deviation, over n
 * @param least the smallest element
 * @param most the largest
 * @param counts how many elements lie in each of 30 equal parts from {@code least} to {@code most}
 */
public record Watched(
        int epoch,
        String what,
        String name,
        double norm,
        double mean,
        double deviation,
        double least,
        double most,
        List<Integer> counts) {
    public Watched {
        counts = List.copyOf(counts);
    }
}
