package percolate.kernel.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.AbstractCollection;
import java.util.AbstractList;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class EndsTest {
    private static final int MILLION = 1_000_000;

    /** Counts how many of its elements are looked at. */
    private static final class Counted extends AbstractList<Integer> implements RandomAccess {
        private int visited;

        @Override
        public Integer get(int index) {
            visited++;
            return index;
        }

        @Override
        public int size() {
            return MILLION;
        }
    }

    private static final class CountedBag extends AbstractCollection<Integer> {
        private int visited;

        @Override
        public Iterator<Integer> iterator() {
            return IntStream.range(0, MILLION).peek(n -> visited++).iterator();
        }

        @Override
        public int size() {
            return MILLION;
        }
    }

    @Test
    void aMillionElementsAreNotWalkedForTextOrTable() {
        var list = new Counted();
        var bag = new CountedBag();
        var renderers = new Renderers();

        assertThat(renderers.render(list).data().get("text/plain").toString())
                .contains("… 999,960 more …")
                .endsWith("999999]");
        assertThat(renderers.render(bag).data().get("text/plain").toString()).endsWith("19, … 999,980 more]");
        assertThat(list.visited).isLessThan(100);
        assertThat(bag.visited).isLessThan(100);
    }

    @Test
    void aMillionListsOfAMillionAreNotWalkedEither() {
        var inner = new Counted();

        assertThat(Text.of(Collections.nCopies(MILLION, inner)))
                .contains("… 999,980 more …")
                .hasSizeLessThan(3_000);
        assertThat(inner.visited).isLessThan(1_000);
    }

    @Test
    void theEndOfWhatIsSortedOrDoubleEndedIsReached() {
        var numbers = IntStream.range(0, 5_000).boxed().toList();
        var map = numbers.stream().collect(Collectors.toMap(n -> n, n -> n, (a, b) -> a, TreeMap::new));

        assertThat(List.of(new TreeSet<>(numbers), new ArrayDeque<>(numbers)))
                .allSatisfy(all -> assertThat(Ends.of(all, 10, 2, 2))
                        .isEqualTo(new Ends(List.of(0, 1), List.of(4998, 4999), 4996)));
        assertThat(Text.of(map)).startsWith("{0=0, 1=1,").endsWith("4999=4999}");
    }
}
