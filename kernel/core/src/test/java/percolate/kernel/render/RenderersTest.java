package percolate.kernel.render;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import percolate.kernel.api.MimeBundle;
import percolate.kernel.api.Renderer;

class RenderersTest {
    private final Renderers renderers = new Renderers();

    @Test
    void theMostSpecificTypeWinsWhicheverCameFirst() {
        renderers.add(SortedSet.class, says("sorted"));
        renderers.add(Collection.class, says("collection"));
        renderers.add(Object.class, says("object"));

        assertThat(text(new TreeSet<>())).isEqualTo("sorted");
        assertThat(text(List.of())).isEqualTo("collection");
        assertThat(text(1)).isEqualTo("object");
    }

    @Test
    void betweenEqualsTheOneAddedLastWins() {
        renderers.add(CharSequence.class, says("first"));
        renderers.add(CharSequence.class, says("second"));
        assertThat(text("x")).isEqualTo("second");

        renderers.add(Comparable.class, says("third"));
        assertThat(text("x")).isEqualTo("third");
    }

    @Test
    void textIsAddedWhereARendererGivesNone() {
        renderers.add(Integer.class, value -> MimeBundle.of("text/html", "<b>" + value + "</b>"));

        assertThat(renderers.render(7).data()).containsEntry("text/plain", "7").containsEntry("text/html", "<b>7</b>");
    }

    @Test
    void aBundleStaysWhatItIs() {
        var bundle = MimeBundle.of("text/html", "x");

        assertThat(renderers.render(bundle)).isSameAs(bundle);
    }

    @Test
    void aRendererThatThrowsIsReplacedByTextAndOneLineThatSaysSo() {
        renderers.add(Integer.class, value -> {
            throw new IllegalStateException("no ink");
        });

        assertThat(text(7).lines())
                .containsExactly(
                        "7",
                        "(shown as text: the renderer for java.lang.Integer failed with"
                                + " java.lang.IllegalStateException: no ink)");
    }

    @Test
    void aRendererThatRecursesWithoutEndIsReplacedByText() {
        renderers.add(Integer.class, value -> MimeBundle.text(deep(value)));

        assertThat(text(7)).startsWith("7\n").contains("StackOverflowError");
    }

    @Test
    void arraysShowTheirElements() {
        assertThat(text(new double[] {1.5, 2})).isEqualTo("[1.5, 2.0]");
        assertThat(text(new Object[] {"a", new int[] {1}, null})).isEqualTo("[a, [1], null]");
        assertThat(text(new int[1_000_000])).hasSizeLessThan(4000).contains(" … 999,960 more …, ");
    }

    @Test
    void anArrayThatHoldsItselfIsShown() {
        var array = new Object[1];
        array[0] = array;

        assertThat(text(array)).isEqualTo("[(this array)]");
    }

    @Test
    void aTableStandsBesideTheTextWhereItReadsBetter() {
        assertThat(renderers.render(new int[][] {{1, 2}, {3, 4}}).data()).containsOnlyKeys("text/plain", "text/html");
        assertThat(renderers.render(List.of(1, 2)).data()).containsOnlyKeys("text/plain");
    }

    @Test
    void nullIsShownAsNull() {
        assertThat(text(null)).isEqualTo("null");
    }

    private static String deep(int level) {
        return level < 0 ? "" : deep(level + 1) + level;
    }

    private static Renderer<Object> says(String text) {
        return value -> MimeBundle.text(text);
    }

    private String text(Object value) {
        return (String) renderers.render(value).data().get(MimeBundle.TEXT);
    }
}
