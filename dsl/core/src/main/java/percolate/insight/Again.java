package percolate.insight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import percolate.Epoch;
import percolate.Reproduction;
import percolate.Run;
import percolate.Tensor;

/** Trains again from the first weights, and compares number by number. */
final class Again {
    private Again() {}

    static Reproduction of(Run run, Replay replay, Snapshot first, long last) {
        var now = Snapshot.of(replay.owners());
        boolean untouched = now.fingerprint() == last;
        return first.during(() -> {
            var second = replay.again();
            if (second.state() != Run.State.FINISHED) {
                throw new IllegalStateException("reproduce: the second training was interrupted after "
                        + second.history().size() + " of " + second.epochs() + " epochs; ask once more");
            }
            var weights = Snapshot.of(replay.owners());
            boolean equal = weights.fingerprint() == last;
            var layers = untouched ? distances(now.values(), weights.values()) : Map.<String, Double>of();
            return new Reproduction(equal, untouched, parting(run, second), layers, reasons(run, second), second);
        });
    }

    /** The first number of the history that is another one. */
    private static Optional<Reproduction.Parting> parting(Run run, Run second) {
        var once = run.history();
        var twice = second.history();
        for (int i = 0; i < Math.min(once.size(), twice.size()); i++) {
            var found = parting(once.get(i), twice.get(i));
            if (found.isPresent()) {
                return found;
            }
        }
        return once.size() == twice.size()
                ? Optional.empty()
                : Optional.of(new Reproduction.Parting(
                        Math.min(once.size(), twice.size()) + 1, "epochs", once.size(), twice.size()));
    }

    private static Optional<Reproduction.Parting> parting(Epoch once, Epoch twice) {
        var names = new ArrayList<>(List.of("loss", "val_loss", "learning_rate"));
        names.addAll(once.metrics().keySet());
        return names.stream()
                .filter(name -> Double.compare(once.get(name), twice.get(name)) != 0)
                .findFirst()
                .map(name -> new Reproduction.Parting(once.number(), name, once.get(name), twice.get(name)));
    }

    /** The largest difference within each weight that differs at all. */
    private static Map<String, Double> distances(Map<String, Tensor> once, Map<String, Tensor> twice) {
        var all = new LinkedHashMap<String, Double>();
        once.forEach((name, value) -> {
            double distance = value.minus(twice.get(name)).abs().max().item();
            if (distance != 0) {
                all.put(name, distance);
            }
        });
        return all;
    }

    /** Facts of the two that are not the same ones. */
    private static List<String> reasons(Run run, Run second) {
        var reasons = new ArrayList<String>();
        run.provenance().forEach((fact, value) -> {
            var other = second.provenance().get(fact);
            if (!value.equals(other)) {
                reasons.add(fact + " " + value + " then, " + other + " now");
            }
        });
        return reasons;
    }
}
