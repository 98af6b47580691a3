package percolate.data;

import java.util.List;
import percolate.Tensor;

/** One of several tensors, by its place or its name. */
public final class Targets {
    private Targets() {}

    /** @throws IllegalArgumentException unless there are no names, or one for each target, each once */
    public static void check(String who, List<Tensor> targets, List<String> names) {
        if (!names.isEmpty()
                && (names.size() != targets.size() || names.stream().distinct().count() != names.size())) {
            throw new IllegalArgumentException(who + ".named: expected a name of its own for each of " + targets.size()
                    + (targets.size() == 1 ? " target" : " targets") + ", got " + names);
        }
    }

    /** @throws IllegalArgumentException if there is none at this place */
    public static Tensor at(String who, List<Tensor> tensors, int place) {
        if (place < 0 || place >= tensors.size()) {
            throw new IllegalArgumentException(who + ": expected "
                    + (tensors.isEmpty()
                            ? "targets, got a batch that has none; make the data with dataset(x, y)"
                            : "a number from 0 to " + (tensors.size() - 1) + ", got " + place));
        }
        return tensors.get(place);
    }

    /** @throws IllegalArgumentException if none has this name */
    public static Tensor named(String who, List<Tensor> targets, List<String> names, String name) {
        int at = names.indexOf(name);
        if (at < 0) {
            throw new IllegalArgumentException(who + ": there is no target \"" + name + "\" here, but "
                    + (names.isEmpty()
                            ? targets.size() + " without names; say data.named(…), or take y(0)"
                            : String.join(", ", names)));
        }
        return targets.get(at);
    }
}
