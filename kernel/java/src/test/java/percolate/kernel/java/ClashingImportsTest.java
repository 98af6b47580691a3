package percolate.kernel.java;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

class ClashingImportsTest {
    @AutoClose
    private final Cells cells = new Cells();

    @Test
    void aPackageThatACellImportsGoesBeforeOneThatEveryCellImports() {
        cells.nothing("import java.awt.*;");
        assertThat(cells.value("List.class.getName()")).isEqualTo("java.awt.List");
        cells.nothing("int size(List list) { return 1; }");
        assertThat(cells.value("size(null)")).isEqualTo(1);
        assertThat(cells.failure("List one; Lisst two;").message()).contains("Lisst");
    }

    @Test
    void aClassThatACellDeclaresGoesBeforeOneThatWasChosenForIt() {
        cells.nothing("import java.awt.*;");
        cells.value("List.class");
        cells.nothing("record List(int size) {}");
        cells.nothing("var list = new List(3);");
        assertThat(cells.value("list.size()")).isEqualTo(3);
    }

    @Test
    void twoPackagesThatCellsImportStayAmbiguous() {
        cells.nothing("import javax.lang.model.element.*; import javax.swing.text.*;");
        assertThat(cells.failure("Element element;").message()).contains("ambiguous");
    }
}
