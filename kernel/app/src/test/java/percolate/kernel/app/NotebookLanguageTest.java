package percolate.kernel.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import percolate.kernel.kotlin.KotlinLanguage;

class NotebookLanguageTest {
    @Test
    void whatIsKnownOfKotlinWithoutItsJarsIsWhatItSaysItself() {
        assertThat(NotebookLanguage.KOTLIN.notation()).isEqualTo(KotlinLanguage.NOTATION);
    }

    @Test
    void aLanguageIsFoundByTheNameThatPeopleWriteAndAnotherIsRefused() {
        assertThat(NotebookLanguage.named("kotlin")).isEqualTo(NotebookLanguage.KOTLIN);
        assertThatThrownBy(() -> NotebookLanguage.named("scala"))
                .hasMessage("--language: expected java or kotlin, got scala");
    }
}
