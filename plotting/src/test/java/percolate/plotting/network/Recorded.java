package percolate.plotting.network;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import percolate.Model;
import percolate.Run;
import percolate.Watched;

/** Runs of which only what was watched is known. */
final class Recorded {
    private static final int PARTS = 30;

    private Recorded() {}

    static Run of(Model model, List<Watched> watched) {
        return (Run) Proxy.newProxyInstance(
                Run.class.getClassLoader(), new Class<?>[] {Run.class}, (proxy, method, arguments) -> {
                    return switch (method.getName()) {
                        case "watched" -> watched;
                        case "model" -> model;
                        default -> throw new UnsupportedOperationException(method.getName());
                    };
                });
    }

    /** Bells that get narrower from epoch to epoch, and narrower from layer to layer. */
    static Run watched(int layers, int epochs, String what) {
        var random = new Random(3);
        var kept = new ArrayList<Watched>();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            for (int layer = 1; layer <= layers; layer++) {
                double width = 1.0 / epoch / layer;
                kept.add(of(epoch, what, name(what, layer, "weight"), width * (0.9 + random.nextDouble() / 5), 300));
                if (!what.equals("activations")) {
                    kept.add(of(epoch, what, name(what, layer, "bias"), width / 2, 20));
                }
            }
        }
        return of(null, kept);
    }

    private static String name(String what, int layer, String weight) {
        return "dense" + layer + (what.equals("activations") ? "" : "." + weight);
    }

    static Watched of(int epoch, String what, String name, double width, int size) {
        var counts = new ArrayList<Integer>();
        for (int part = 0; part < PARTS; part++) {
            double z = 6.0 * (part + 0.5) / PARTS - 3;
            counts.add((int) Math.round(size * Math.exp(-z * z / 2) / 12.5));
        }
        return new Watched(epoch, what, name, width * Math.sqrt(size), 0, width, -3 * width, 3 * width, counts);
    }

    static Watched notFinite(int epoch, String name) {
        var counts = new ArrayList<>(Collections.nCopies(PARTS, 0));
        counts.set(0, 100);
        return new Watched(
                epoch, "gradients", name, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, counts);
    }

    /** One layer that diverges in epoch 3, one that never moves, and one without a finite number. */
    static Run broken() {
        var kept = new ArrayList<Watched>();
        for (int epoch = 1; epoch <= 5; epoch++) {
            kept.add(
                    epoch < 3
                            ? of(epoch, "gradients", "dense1.weight", 0.1 * epoch, 100)
                            : notFinite(epoch, "dense1.weight"));
            var still = new ArrayList<>(Collections.nCopies(PARTS, 0));
            still.set(0, 50);
            kept.add(new Watched(epoch, "gradients", "dense2.weight", 0, 0, 0, 0, 0, still));
            kept.add(notFinite(epoch, "dense3.weight"));
        }
        return of(null, kept);
    }
}
