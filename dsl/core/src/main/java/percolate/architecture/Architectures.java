package percolate.architecture;

import static percolate.Percolate.*;

import java.util.List;
import java.util.function.Supplier;
import percolate.Model;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.LongColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The published networks in the order of their papers. */
public final class Architectures {
    private static final List<Entry> ALL = List.of(
            new Entry("alexNet", 2012, () -> alexNet(), "Krizhevsky et al., https://papers.nips.cc/paper/4824"),
            new Entry("zfNet", 2013, () -> zfNet(), "Zeiler and Fergus, https://arxiv.org/abs/1311.2901"),
            new Entry("vgg16", 2014, () -> vgg16(), "Simonyan and Zisserman, https://arxiv.org/abs/1409.1556"),
            new Entry("vgg19", 2014, () -> vgg19(), "Simonyan and Zisserman, https://arxiv.org/abs/1409.1556"),
            new Entry("googLeNet", 2014, () -> googLeNet(), "Szegedy et al., https://arxiv.org/abs/1409.4842"),
            new Entry("uNet", 2015, () -> uNet(), "Ronneberger et al., https://arxiv.org/abs/1505.04597"),
            new Entry("segNet", 2015, () -> segNet(), "Badrinarayanan et al., https://arxiv.org/abs/1511.00561"),
            new Entry("resNet18", 2015, () -> resNet18(), "He et al., https://arxiv.org/abs/1512.03385"),
            new Entry("resNet50", 2015, () -> resNet50(), "He et al., https://arxiv.org/abs/1512.03385"),
            new Entry("resNet152", 2015, () -> resNet152(), "He et al., https://arxiv.org/abs/1512.03385"));

    private Architectures() {}

    /** @param year of the paper's first appearance */
    private record Entry(String name, int year, Supplier<Model> model, String source) {
        long parameters() {
            return model.get().parameterCount();
        }
    }

    /** Columns: name (the word that makes it), year, parameters (as counted from the description), source. */
    public static Table table() {
        return Table.create(
                "architectures",
                StringColumn.create("name", ALL.stream().map(Entry::name).toList()),
                IntColumn.create("year", ALL.stream().mapToInt(Entry::year).toArray()),
                LongColumn.create(
                        "parameters", ALL.stream().mapToLong(Entry::parameters).toArray()),
                StringColumn.create("source", ALL.stream().map(Entry::source).toList()));
    }
}
