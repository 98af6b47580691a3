package percolate.kernel.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@SuppressWarnings({"ArrayRecordComponent", "UnusedVariable", "ToStringReturnsNull"}) // as cells may be
class TextTest {
    record Point(int x, int y) {}

    record Track(String name, Point[] points) {}

    record Told(int[] numbers) {
        @Override
        public String toString() {
            return "told by itself";
        }
    }

    @Test
    void plainValuesReadAsPrintlnWritesThem() {
        assertThat(Stream.of('c', "text", 1L, 2.50, TimeUnit.DAYS, new BigDecimal("1.20"), Duration.ofSeconds(90))
                        .map(Text::of))
                .containsExactly("c", "text", "1", "2.5", "DAYS", "1.20", "PT1M30S");
        assertThat(Text.of(Path.of("a", "b"))).isEqualTo(Path.of("a", "b").toString());
        assertThat(Text.of(String.class)).isEqualTo("class java.lang.String");
    }

    @Test
    void collectionsMapsAndOptionalsReadAsTheirToStringDoes() {
        var values = List.of(
                List.of(1, "a"),
                new TreeSet<>(List.of(2, 1)),
                new TreeMap<>(Map.of("k", List.of(1))),
                Map.entry("k", 1),
                Optional.of(3),
                Optional.empty(),
                List.of(),
                Map.of());

        assertThat(values).allSatisfy(value -> assertThat(Text.of(value)).isEqualTo(value.toString()));
    }

    @Test
    void arraysInsideOtherThingsShowTheirElements() {
        assertThat(Text.of(List.of(new int[] {1, 2}))).isEqualTo("[[1, 2]]");
        assertThat(Text.of(Map.of("k", new char[] {'a'}))).isEqualTo("{k=[a]}");
        assertThat(Text.of(Optional.of(new boolean[1]))).isEqualTo("Optional[[false]]");
        assertThat(Text.of(new int[][][] {{{1}, {2}}, {{3}}})).isEqualTo("[[[1], [2]], [[3]]]");
    }

    @Test
    void recordsShowTheirPartsUnlessTheirAuthorWroteOtherWords() {
        assertThat(Text.of(new Track("a", new Point[] {new Point(1, 2)})))
                .isEqualTo("Track[name=a, points=[Point[x=1, y=2]]]");
        assertThat(Text.of(new Told(new int[3]))).isEqualTo("told by itself");
    }

    @Test
    void whatIsTooLongForALineHasALineForEachNestedPart() {
        assertThat(Text.of(new int[][] {IntStream.range(0, 25).toArray(), {1}, {2}})
                        .lines())
                .hasSize(3)
                .first()
                .asString()
                .startsWith("[[0, 1, 2")
                .endsWith("24],");
        assertThat(Text.of(IntStream.range(0, 200).toArray()).lines())
                .hasSizeBetween(8, 14)
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(101));
    }

    @Test
    void longThingsShowTheirEndsAndACountOfTheRest() {
        assertThat(Text.of(IntStream.range(0, 100_000).toArray()))
                .startsWith("[0, 1, 2,")
                .contains("19, … 99,960 more …,")
                .endsWith("99999]");
        assertThat(Text.of(new int[1000][1000]))
                .contains("… 980 more …", "0, … 990 more …, 0")
                .hasSizeLessThan(3000);
    }

    @Test
    void aHugeStringShowsItsBeginning() {
        assertThat(Text.of("x".repeat(300_000))).hasSizeLessThan(100_100).endsWith("x… (200,000 more characters)");
        assertThat(Text.of(List.of("x".repeat(5_000)))).endsWith("… (4,000 more characters)]");
        assertThat(Text.of("x".repeat(99_999) + "😀😀")).endsWith("x… (4 more characters)");
    }

    @Test
    void whatHoldsItselfIsShown() {
        var list = new ArrayList<Object>();
        var map = new HashMap<String, Object>();
        list.add(list);
        list.add(map);
        map.put("back", list);

        assertThat(Text.of(list)).isEqualTo("[(this Collection), {back=(the outer Collection)}]");
    }

    @Test
    void whatIsVeryDeepIsCutOff() {
        Object nest = "core";
        for (int level = 0; level < 100_000; level++) {
            nest = List.of(nest);
        }

        assertThat(Text.of(nest)).isEqualTo("[[[[[[[[(more inside)]]]]]]]]");
    }

    @Test
    void streamsAndIteratorsStayUnused() {
        var stream = IntStream.of(1, 2);
        var iterator = List.of(1).iterator();

        assertThat(Text.of(stream)).startsWith("IntStream (not consumed");
        assertThat(Text.of(List.of(Stream.of(1)))).startsWith("[Stream (not consumed");
        assertThat(Text.of(iterator)).isEqualTo("Iterator (not consumed)");
        assertThat(stream.sum()).isEqualTo(3);
        assertThat(iterator.hasNext()).isTrue();
    }

    @Test
    void aLambdaSaysHowItIsCalled() {
        Function<Integer, Integer> next = x -> x + 1;
        Supplier<String> made = String::new;
        Comparator<String> order = (a, b) -> 0;

        assertThat(Text.of(next)).isEqualTo("Function (a lambda; call it with .apply(…))");
        assertThat(Text.of(made)).isEqualTo("Supplier (a lambda; call it with .get())");
        assertThat(Text.of(order)).isEqualTo("Comparator (a lambda; call it with .compare(…))");
    }

    @Test
    void anEndlessIterableShowsItsBeginning() {
        var visited = new int[1];
        Iterable<Integer> naturals = new Iterable<>() {
            @Override
            public Iterator<Integer> iterator() {
                return IntStream.iterate(0, n -> n + 1).peek(n -> visited[0]++).iterator();
            }
        };

        assertThat(Text.of(naturals))
                .startsWith("a new java.lang.Iterable [0, 1,")
                .endsWith("18, 19, …]");
        assertThat(visited[0]).isLessThan(30);
    }

    @Test
    void anExceptionAsAValueTellsItsWordsWhereItCameFromAndWhy() {
        var thrown = new IllegalStateException("late", new RuntimeException("early"));

        assertThat(Text.of(thrown).lines())
                .startsWith("java.lang.IllegalStateException: late")
                .contains("Caused by: java.lang.RuntimeException: early")
                .anyMatch(line -> line.startsWith("    at ") && line.contains("TextTest"))
                .hasSizeLessThan(12);
        assertThat(Text.of(List.of(thrown))).isEqualTo("[java.lang.IllegalStateException: late]");
    }

    @Test
    void exceptionsThatCauseEachOtherEnd() {
        var one = new RuntimeException("one");
        one.initCause(new RuntimeException("two", one));

        assertThat(Text.of(one).lines().filter(line -> line.contains("RuntimeException: one")))
                .hasSize(1);
    }

    @Test
    void aToStringThatFailsIsNamedAndHarmsNothingElse() {
        var broken = new Object() {
            @Override
            public String toString() {
                throw new IllegalStateException();
            }
        };
        var silent = new Object() {
            @Override
            public String toString() {
                return null;
            }
        };

        assertThat(Text.of(List.of(1, broken, 2)))
                .isEqualTo("[1, a new java.lang.Object (its toString failed with IllegalStateException), 2]");
        assertThat(Text.of(silent)).isEqualTo("null");
    }

    @Test
    void aLineHoldsAFewWordsWhateverTheValueIs() {
        var lines = new Object() {
            @Override
            public String toString() {
                return "  one\n    two\r\n";
            }
        };
        var unwalkable = new AbstractList<Integer>() {
            @Override
            public Integer get(int at) {
                throw new IllegalStateException("broken");
            }

            @Override
            public int size() {
                return 3;
            }
        };

        assertThat(Text.line(lines)).isEqualTo("one two");
        assertThat(Text.line(null)).isEqualTo("null");
        assertThat(Text.line(new int[] {1, 2})).isEqualTo("[1, 2]");
        assertThat(Text.line(IntStream.range(0, 100_000).boxed().toList()))
                .startsWith("[0, 1, 2")
                .hasSizeLessThan(120);
        assertThat(Text.line("x".repeat(1_000)))
                .startsWith("xxx")
                .contains("940 more")
                .hasSizeLessThan(120);
        assertThat(Text.line(unwalkable)).contains("failed with IllegalStateException");
    }
}
