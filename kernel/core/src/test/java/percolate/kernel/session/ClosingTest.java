package percolate.kernel.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ClosingTest {
    @Test
    void aPartThatFailsLeavesNoneOfTheOthersOpen() {
        var closed = new ArrayList<String>();
        Closing.all(
                () -> closed.add("first"),
                () -> {
                    throw new IllegalStateException("a part that fails, as this test wants");
                },
                () -> closed.add("last"));
        assertThat(closed).containsExactly("first", "last");
    }
}
