package percolate.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.ref.WeakReference;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class VariableFieldsTest {
    @AutoClose
    private static final Cells cells = new Cells();

    @Test
    void aVariableThatIsDeclaredAnewLetsItsOldValueGo() throws Exception {
        var first = new WeakReference<>(cells.value("var held = new byte[1000]; held"));
        cells.nothing("Object held = null;");
        assertGone(first);
    }

    @Test
    void aValueThatIsMadeOfTheOldOneStillFindsIt() {
        cells.nothing("String longer() { return text == null ? \"a\" : text + \"a\"; }\nString text = longer();");
        cells.nothing("String text = longer();");
        cells.nothing("String text = longer();");
        assertThat(cells.value("text")).isEqualTo("aaa");
    }

    @Test
    void lambdasOfEarlierCellsSeeTheNewValue() {
        cells.nothing("double rate = 0.5; var name = \"a\"; Supplier<String> said = () -> name + rate;");
        assertThat(cells.value("said.get()")).isEqualTo("a0.5");
        cells.nothing("double rate = 0.25; var name = \"b\" + 1;");
        assertThat(cells.value("said.get()")).isEqualTo("b10.25");
        cells.nothing("name = \"c\";");
        assertThat(cells.value("said.get()")).isEqualTo("c0.25");
    }

    @Test
    void theValueOfAnExpressionIsLetGoAfterAFewMore() throws Exception {
        var value = new WeakReference<>(cells.value("new byte[3000]"));
        for (var i = 0; i < 5; i++) {
            assertThat(cells.value("new byte[" + i + "].length")).isEqualTo(i);
        }
        assertGone(value);
    }

    private static void assertGone(WeakReference<?> value) throws InterruptedException {
        for (var i = 0; i < 200 && value.get() != null; i++) {
            System.gc();
            Thread.sleep(10);
        }
        assertThat(value.get()).isNull();
    }
}
