package percolate.plotting.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static percolate.Percolate.tensor;
import static percolate.plotting.Pictures.diagram;
import static percolate.plotting.Pictures.embedding;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import percolate.Percolate;
import percolate.kernel.api.MimeBundle;

class HoverMapTest {
    private static MimeBundle words() {
        return PictureBundle.of(
                embedding(tensor(new float[][] {{1, 0}, {1, 1}, {0, 2}}), List.of("east", "a \"<b>\" & c", "north")));
    }

    @Test
    void anImageMapNamesEveryPoint() {
        var html = (String) words().data().get(MimeBundle.HTML);

        assertThat(html)
                .startsWith("<img src=\"data:image/png;base64,")
                .contains(" usemap=\"#points-", "<map name=\"points-");
        assertThat(html.split("<area shape=\"circle\" coords=\"\\d+,\\d+,6\"", -1))
                .hasSize(4);
        assertThat(html)
                .contains("title=\"east\"", "title=\"a &quot;&lt;b&gt;&quot; &amp; c\"")
                .doesNotContain("<b>");
    }

    @Test
    void thePictureIsThereForThoseWithoutHtml() {
        assertThat(words().data()).containsKeys(MimeBundle.PNG, MimeBundle.TEXT);
    }

    @Test
    void picturesWithOptionsAreShownAtTheirSize() {
        var net = Percolate.sequential(Percolate.input(2), Percolate.dense(1));
        var bundle = PictureBundle.of(diagram(net).size(300, 200));

        assertThat(bundle.metadata().get(MimeBundle.PNG))
                .isEqualTo(
                        Map.of("width", 300, "height", 200, "alt", diagram(net).alt()));
        assertThat(bundle.data()).containsEntry(MimeBundle.TEXT, diagram(net).alt());
    }
}
