package percolate.plotting;

import static percolate.Percolate.iris;
import static percolate.Percolate.linspace;
import static percolate.Percolate.tensor;
import static percolate.plotting.Pictures.distributions;
import static percolate.plotting.Pictures.pairs;
import static percolate.plotting.Pictures.tokens;
import static percolate.plotting.Pictures.waveform;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

class DataGalleryTest {
    static Table flowers() {
        var iris = iris();
        var names = iris.classes();
        var table = Table.create("iris");
        for (int column = 0; column < 3; column++) {
            table.addColumns(DoubleColumn.create(
                    List.of("sepal length", "sepal width", "petal length").get(column),
                    iris.x().get(":, " + column).toDoubleArray()));
        }
        var species = StringColumn.create("species");
        for (long label : iris.y().toLongArray()) {
            species.append(names.get((int) label));
        }
        return table.addColumns(species);
    }

    @TestFactory
    Stream<DynamicTest> pictures() {
        var words = List.of(
                "The", " quick", " brown", " fox", " jump", "ed", " over", "\n", " ", "the", " lazy", " dog", ".");
        return Gallery.of("data")
                .add("distributions", () -> distributions(flowers()))
                .add("pairs", () -> pairs(flowers(), "species"))
                .add("waveform", () -> {
                    var time = linspace(0, 1, 16_000);
                    return waveform(time.times(400).sin().times(time.times(6).sin()), 16_000);
                })
                .add("tokens", () -> tokens(words))
                .add("tokens-weights", () -> tokens(words, tensor(1, 5, 3, 8, 2, 1, 0, 0, 0, 1, 4, 6, 0)))
                .tests();
    }
}
