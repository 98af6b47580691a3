package percolate.insight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.CRC32C;
import percolate.Model;
import percolate.Parameters;
import percolate.Tensor;

/** Copies of all the numbers that some owners of weights had at one moment, and the way back to them. */
public final class Snapshot {
    private final List<Parameters> owners;
    private final List<Map<String, Tensor>> values;

    private Snapshot(List<Parameters> owners) {
        this.owners = List.copyOf(owners);
        this.values = owners.stream().map(Snapshot::read).toList();
    }

    public static Snapshot of(List<Parameters> owners) {
        return new Snapshot(owners);
    }

    private static Map<String, Tensor> read(Parameters owner) {
        if (owner instanceof Model model) {
            return model.weights();
        }
        var copies = new LinkedHashMap<String, Tensor>();
        var tensors = owner.parameters();
        for (int i = 0; i < tensors.size(); i++) {
            copies.put(name(owner, i), tensors.get(i).detach().copy());
        }
        return copies;
    }

    private static String name(Parameters owner, int at) {
        var names = owner.parameterNames();
        return names.isEmpty() ? "parameter" + (at + 1) : names.get(at);
    }

    /** Gives the owners these numbers back. */
    public void restore() {
        for (int i = 0; i < owners.size(); i++) {
            write(owners.get(i), values.get(i));
        }
    }

    private static void write(Parameters owner, Map<String, Tensor> its) {
        if (owner instanceof Model model) {
            model.weights(its);
            return;
        }
        var tensors = owner.parameters();
        for (int i = 0; i < tensors.size(); i++) {
            tensors.get(i).update(its.get(name(owner, i)));
        }
    }

    /** Does something with these numbers in place, and puts those of before back. */
    public <T> T during(Supplier<T> action) {
        var now = of(owners);
        try {
            restore();
            return action.get();
        } finally {
            now.restore();
        }
    }

    /** The numbers by the names of the weights, with the owner's number in front from the second owner on. */
    public Map<String, Tensor> values() {
        var all = new LinkedHashMap<String, Tensor>();
        for (int i = 0; i < values.size(); i++) {
            var prefix = i == 0 ? "" : (i + 1) + ".";
            values.get(i).forEach((name, value) -> all.put(prefix + name, value));
        }
        return all;
    }

    /** A number that another choice of bits hardly ever has. */
    public long fingerprint() {
        var sum = new CRC32C();
        new ArrayList<>(values().values())
                .forEach(value -> sum.update(value.array().toBytes()));
        return sum.getValue();
    }
}
