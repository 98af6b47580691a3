package percolate.kernel.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MimeBundleTest {
    @Test
    void aBundleDoesNotChangeWithWhatItWasMadeFrom() {
        var data = new LinkedHashMap<String, Object>(Map.of(MimeBundle.TEXT, "x"));
        var bundle = new MimeBundle(data, Map.of());
        data.put(MimeBundle.HTML, "<b>x</b>");

        assertThat(bundle).isEqualTo(MimeBundle.text("x"));
        assertThatThrownBy(() -> bundle.data().clear()).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void aFormMoreIsAnotherBundle() {
        var words = MimeBundle.text("x");
        var both = words.with(MimeBundle.PNG, "AAAA").withMetadata(MimeBundle.PNG, Map.of("width", 320));

        assertThat(words.data()).containsOnlyKeys(MimeBundle.TEXT);
        assertThat(both.data()).containsOnlyKeys(MimeBundle.TEXT, MimeBundle.PNG);
        assertThat(both.metadata()).containsEntry(MimeBundle.PNG, Map.of("width", 320));
    }

    @Test
    void whatIsDisplayedWithoutContentOrTypeIsNamed() {
        assertThatThrownBy(() -> Display.display(null, MimeBundle.HTML)).hasMessageContaining("the content is null");
        assertThatThrownBy(() -> Display.display("x", null)).hasMessageContaining("the MIME type is null");
    }
}
