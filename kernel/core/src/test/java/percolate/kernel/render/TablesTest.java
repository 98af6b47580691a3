package percolate.kernel.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@SuppressWarnings({"ArrayRecordComponent", "UnusedMethod", "DoNotCallSuggester", "MissingOverride"}) // as cells may be
class TablesTest {
    record Person(String name, int age, double[] marks) {}

    /** What Kotlin's compiler makes of {@code data class Point(val x: Int, val label: String)}. */
    static final class Point {
        private static final int UNSEEN = 0;
        private final int x;
        private final String label;
        private final int hash = UNSEEN;

        Point(int x, String label) {
            this.x = x;
            this.label = label;
        }

        public int component1() {
            return x;
        }

        public String component2() {
            return label;
        }

        public Point copy(int x, String label) {
            return new Point(x, label);
        }

        @Override
        public int hashCode() {
            return hash;
        }

        @Override
        public boolean equals(Object other) {
            return other instanceof Point point && point.x == x;
        }
    }

    private static String html(Object value) {
        return Tables.html(value).orElse("");
    }

    @Test
    void recordsHaveAColumnForEachPart() {
        assertThat(html(List.of(new Person("Ada", 36, new double[] {1.5}), new Person("Bob", 7, new double[0]))))
                .contains(">name</th>", ">age</th>", ">Ada</td>", ">36</td>", ">[1.5]</td>")
                .contains("align=\"right\" style=\"text-align: right\">36<");
    }

    @Test
    void kotlinsDataClassesHaveAColumnForEachPropertyOfTheirConstructor() {
        assertThat(html(List.of(new Point(7, "<a>"), new Point(8, "b"))))
                .contains(">x</th>", ">label</th>", ">7</td>", ">&lt;a&gt;</td>")
                .doesNotContain("hash", "UNSEEN");
    }

    @Test
    void mapsInARowHaveAColumnForEachKeyOfAny() {
        assertThat(html(List.of(Map.of("a", 1), Map.of("b", 2)))).contains(">a</th>", ">b</th>", "<em></em>");
    }

    @Test
    void arraysInARowAreAMatrix() {
        assertThat(html(new char[][] {{'x', 'o'}, {'o'}})).contains(">0</th>", ">x</td>", ">o</td>", "<em></em>");
        assertThat(html(List.of(new String[] {"a"}, new String[] {"b"}))).contains(">a</td>", ">b</td>");
    }

    @Test
    void aMapThatFillsMoreThanALineHasKeysAndValues() {
        var map = new TreeMap<String, Integer>();
        IntStream.range(0, 18).forEach(n -> map.put("word" + n, n));

        assertThat(html(map)).contains(">key</th>", ">value</th>", ">word3</td>", ">17</td>");
        assertThat(html(Map.of("a", 1, "b", 2))).isEmpty();
    }

    @Test
    void aMapOfRecordsHasTheKeyBeforeTheirParts() {
        var people = new LinkedHashMap<Integer, Person>();
        people.put(1, new Person("Ada", 36, null));
        people.put(2, new Person("Bob", 7, null));

        assertThat(html(people)).contains(">key</th>", ">name</th>", ">Bob</td>", "<em>null</em>");
    }

    @Test
    void longTablesShowTheirEndsAndTheNumberOfRows() {
        var rows = IntStream.range(0, 1_234).mapToObj(n -> new int[] {n, -n}).toList();

        assertThat(html(rows))
                .contains("<p>1,234 rows</p>", ">9</td>", ">…</td>", ">1229</td>", ">-1233</td>")
                .doesNotContain(">10</td>", ">1228</td>");
        assertThat(html(new int[2][500])).contains(">29</th>", ">…</th>").doesNotContain(">30</th>");
    }

    @Test
    void textThatLooksLikeHtmlStaysText() {
        var evil = "<script>alert('1')</script>";

        assertThat(html(List.of(Map.of(evil, evil), Map.of("&\"", "<img src=x onerror=y>"))))
                .contains("&lt;script&gt;", "&amp;&quot;", "&#39;1&#39;", "&lt;img")
                .doesNotContain("<script", "<img");
    }

    @Test
    void anythingElseHasNoTable() {
        var mixed = new ArrayList<Object>(List.of(1, new int[1]));
        mixed.add(null);

        assertThat(List.of(
                        1, "x", List.of(1, 2), List.of(), mixed, Map.of(), new int[3], new int[1][1], new int[2][2][2]))
                .allSatisfy(value -> assertThat(Tables.html(value)).isEmpty());
        assertThat(Tables.html(null)).isEmpty();
    }

    @Test
    void aRowThatCannotBeReadLeavesTheTextAlone() {
        record Broken(int x) {
            public int x() {
                throw new IllegalStateException();
            }
        }
        assertThat(html(List.of(new Broken(1), new Broken(2)))).contains("(failed with IllegalStateException)");
    }
}
