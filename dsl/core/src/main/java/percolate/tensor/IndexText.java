package percolate.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import percolate.Tensor;
import percolate.engine.Array;

/** An index in Python's words: numbers, {@code from:to:step}, {@code ...} and {@code None}, one for each axis. */
public final class IndexText {
    private static final Pattern PART = Pattern.compile("(-?\\d*):(-?\\d*)(?::(-?\\d*))?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+");
    private static final String ALL = ":";
    private static final String OPEN = "...";

    private final String text;
    private final List<String> items = new ArrayList<>();

    public IndexText(String text) {
        this.text = text;
        for (var item : text.split(",", -1)) {
            items.add(item.strip());
        }
    }

    /** The part of a tensor that this names. */
    public Tensor of(Tensor tensor) {
        var part = tensor.array();
        int axis = 0;
        for (var item : complete(tensor)) {
            if (item.equals("None")) {
                part = part.reshape(Reshaping.unsqueezed(part.shape(), axis++));
            } else if (NUMBER.matcher(item).matches()) {
                part = one(part, axis, number(item), tensor);
            } else {
                part = some(part, axis++, item);
            }
        }
        return new Tensor(part);
    }

    /** The items with one for every axis. */
    private List<String> complete(Tensor tensor) {
        long named =
                items.stream().filter(i -> !i.equals("None") && !i.equals(OPEN)).count();
        int open = items.indexOf(OPEN);
        if (open >= 0 && items.lastIndexOf(OPEN) != open) {
            throw new IllegalArgumentException(
                    "get: expected ... once, got \"" + text + "\"; write : for each other axis");
        }
        int rank = tensor.shape().rank();
        if (named > rank) {
            throw new IndexOutOfBoundsException("get: shape " + tensor.shape() + " has " + rank + " axes, got " + named
                    + " indices in \"" + text + "\"");
        }
        var all = new ArrayList<>(items);
        int at = open < 0 ? all.size() : open;
        all.remove(OPEN);
        for (long missing = named; missing < rank; missing++) {
            all.add(at, ALL);
        }
        return all;
    }

    private Array one(Array part, int axis, int index, Tensor tensor) {
        int size = part.shape().get(axis);
        int at = index < 0 ? index + size : index;
        if (at < 0 || at >= size) {
            throw new IndexOutOfBoundsException("get: index " + index + " in \"" + text + "\" on an axis of " + size
                    + " of shape " + tensor.shape() + "; indices run from " + -size + " to " + (size - 1));
        }
        return part.select(axis, at);
    }

    private Array some(Array part, int axis, String item) {
        var found = PART.matcher(item);
        if (!found.matches()) {
            throw new IllegalArgumentException(
                    "get: expected numbers, from:to:step, ... or None with commas between them," + " got \"" + item
                            + "\" in \"" + text + "\"; write : for a whole axis");
        }
        int step = bound(found.group(3), 1);
        if (step == 0) {
            throw new IllegalArgumentException(
                    "get: expected a step other than 0, got \"" + text + "\"; leave it out for each element");
        }
        int size = part.shape().get(axis);
        if (step > 0) {
            int from = clipped(bound(found.group(1), 0), size, 0, size);
            int to = clipped(bound(found.group(2), size), size, 0, size);
            return part.slice(axis, from, Math.max(from, to), step);
        }
        int from = clipped(bound(found.group(1), size - 1), size, -1, size - 1);
        boolean toStart = found.group(2).isEmpty();
        int to = toStart ? -1 : clipped(bound(found.group(2), 0), size, -1, size - 1);
        int first = size - 1 - from;
        return part.flip(axis).slice(axis, first, Math.max(first, size - 1 - to), -step);
    }

    private int bound(String digits, int otherwise) {
        return digits == null || digits.isEmpty() ? otherwise : number(digits);
    }

    private int number(String digits) {
        try {
            return Integer.parseInt(digits);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "get: expected a number that an int holds, got \"" + digits + "\" in \"" + text
                            + "\"; leave a bound out to go to the end",
                    e);
        }
    }

    /** A bound as Python takes it: negative ones count from the end, and what lies outside is cut. */
    private static int clipped(int bound, int size, int lowest, int highest) {
        return Math.max(lowest, Math.min(highest, bound < 0 ? bound + size : bound));
    }
}
