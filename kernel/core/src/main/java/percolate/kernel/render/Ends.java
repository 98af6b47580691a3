package percolate.kernel.render;

import java.lang.reflect.Array;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.RandomAccess;

/**
 * The first and the last elements of an array, a collection, a map's entries or any Iterable. What lies between is
 * counted, not visited.
 *
 * @param tail empty where the end cannot be reached without walking all the way
 * @param left how many elements are in neither; -1 if nobody knows
 */
record Ends(List<?> head, List<?> tail, long left) {
    private static final int MANY = 1_000;
    private static final int MANY_NESTED = 50;
    private static final int UNKNOWN = 20;

    /** All of up to a thousand plain or fifty nested elements; inside other things a tenth of that. */
    static Ends of(Object values, boolean nested, boolean inner) {
        int most = (nested ? MANY_NESTED : MANY) / (inner ? nested ? 2 : 10 : 1);
        int few = inner ? 5 : nested ? 10 : 20;
        return of(values, most, few, few);
    }

    /** All if there are no more than {@code most}, else the first and the last ones. */
    static Ends of(Object values, int most, int first, int last) {
        if (values.getClass().isArray()) {
            return ofArray(values, most, first, last);
        } else if (values instanceof Map<?, ?> map) {
            return ofKnown(map.size(), map.entrySet().iterator(), backward(map), most, first, last);
        } else if (values instanceof Collection<?> all) {
            return ofKnown(all.size(), all.iterator(), backward(all), most, first, last);
        }
        var elements = ((Iterable<?>) values).iterator();
        var head = take(elements, Math.min(most, UNKNOWN));
        return new Ends(head, List.of(), elements.hasNext() ? -1 : 0);
    }

    /** Whether the first element has elements of its own. */
    static boolean isNested(Object values) {
        return of(values, 1, 1, 0).head().stream()
                .map(first -> first instanceof Map.Entry<?, ?> entry ? entry.getValue() : first)
                .anyMatch(Outliner::isApart);
    }

    private static Ends ofArray(Object array, int most, int first, int last) {
        int length = Array.getLength(array);
        if (length <= most) {
            return new Ends(range(array, 0, length), List.of(), 0);
        }
        return new Ends(range(array, 0, first), range(array, length - last, length), (long) length - first - last);
    }

    private static List<Object> range(Object array, int from, int to) {
        var elements = new ArrayList<>();
        for (int i = from; i < to; i++) {
            elements.add(Array.get(array, i));
        }
        return elements;
    }

    private static Ends ofKnown(int size, Iterator<?> forward, Iterator<?> backward, int most, int first, int last) {
        if (size <= most) {
            return new Ends(take(forward, size), List.of(), 0);
        }
        var head = take(forward, first);
        var tail = take(backward, last);
        Collections.reverse(tail);
        return new Ends(head, tail, (long) size - head.size() - tail.size());
    }

    private static List<Object> take(Iterator<?> elements, int count) {
        var taken = new ArrayList<>();
        while (taken.size() < count && elements.hasNext()) {
            taken.add(elements.next());
        }
        return taken;
    }

    private static Iterator<?> backward(Map<?, ?> map) {
        return map instanceof NavigableMap<?, ?> sorted
                ? sorted.descendingMap().entrySet().iterator()
                : Collections.emptyIterator();
    }

    private static Iterator<?> backward(Collection<?> all) {
        if (all instanceof List<?> list && list instanceof RandomAccess) {
            return new FromEnd(list);
        } else if (all instanceof Deque<?> deque) {
            return deque.descendingIterator();
        }
        return all instanceof NavigableSet<?> sorted ? sorted.descendingIterator() : Collections.emptyIterator();
    }

    private static final class FromEnd implements Iterator<Object> {
        private final List<?> list;
        private int next;

        FromEnd(List<?> list) {
            this.list = list;
            next = list.size();
        }

        @Override
        public boolean hasNext() {
            return next > 0;
        }

        @Override
        public Object next() {
            return list.get(--next);
        }
    }
}
