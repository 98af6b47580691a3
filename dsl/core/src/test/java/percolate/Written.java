package percolate;

import static percolate.Percolate.*;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Losses and optimizers of the fixtures, by how they are written. */
final class Written {
    private static final Map<String, Loss> LOSSES = byText(List.of(
            mse(),
            mse().sum(),
            halfMse(),
            mae(),
            huber(0.7),
            mse().times(0.5).plus(mae()),
            crossEntropy(),
            crossEntropy().sum(),
            crossEntropy().smoothing(0.1),
            crossEntropy().ignore(-1),
            crossEntropy().weights(0.5, 1, 2, 0.25).ignore(2),
            crossEntropy().probabilities(),
            binaryCrossEntropy(),
            binaryCrossEntropy().logits(),
            hinge(),
            multiclassHinge(),
            klDivergence(),
            klDivergence().logits(),
            contrastive(1.5),
            triplet(0.8),
            tripletHard(0.8),
            cosineSimilarity(),
            ctc(),
            gaussianNll(),
            mixtureNll(3),
            hierarchicalSoftmax(5.0, 1.0, 3.0, 8.0, 2.0)));

    private static final Map<String, Optimizer> OPTIMIZERS = byText(List.of(
            adagrad(0.1),
            adagrad(0.1).weightDecay(0.1),
            adadelta(),
            adadelta(0.5).rho(0.95).weightDecay(0.1),
            rmsprop(0.01),
            rmsprop(0.01).rho(0.9).momentum(0.9),
            rmsprop(0.01).centred().weightDecay(0.1),
            adam(0.05).beta1(0.5).beta2(0.9).epsilon(1e-4),
            adamW(0.05),
            adamW(0.05).weightDecay(0.1),
            nadam(0.05),
            nadam(0.05).beta1(0.8).weightDecay(0.1),
            sgd(0.1).l1(0.05),
            sgd(0.1).clipValue(0.1),
            adam(0.05).rate("dense2", 0.01).rate("*.bias", 0.002),
            nadam(0.05).rate("dense2", 0.01).rate("*.bias", 0.002)));

    private Written() {}

    static Stream<Optimizer> optimizers() {
        return OPTIMIZERS.values().stream();
    }

    private static <T> Map<String, T> byText(List<T> all) {
        return all.stream().collect(Collectors.toMap(String::valueOf, Function.identity()));
    }

    static Loss loss(String text) {
        return known(LOSSES, text.endsWith(")") ? text : text + "()");
    }

    static Optimizer optimizer(String text) {
        return known(OPTIMIZERS, text);
    }

    private static <T> T known(Map<String, T> all, String text) {
        if (!all.containsKey(text)) {
            throw new IllegalArgumentException("there is no " + text + " among " + all.keySet());
        }
        return all.get(text);
    }
}
