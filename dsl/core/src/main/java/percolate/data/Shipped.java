package percolate.data;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import percolate.Dataset;
import percolate.Shape;
import percolate.Tensor;
import percolate.engine.Array;

/** The data sets that ship with the DSL, read from its own jar. */
public final class Shipped {
    private Shipped() {}

    /**
     * Handwritten digits: 1,797 images [1, 8, 8], the pixels' 17 levels scaled to 0 … 1, with labels 0 to 9.
     *
     * @see <a href="https://doi.org/10.24432/C50P49">Alpaydin and Kaynak, Optical Recognition of Handwritten Digits</a>
     */
    public static Dataset digits() {
        try (var in = new GZIPInputStream(open("digits.csv.gz"))) {
            var names = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
            return read(lines(in), Shape.of(1, 8, 8), 16, names);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Iris flowers: 150 examples of sepal length, sepal width, petal length and petal width in cm, with species 0 to 2.
     *
     * @see <a href="https://doi.org/10.1111/j.1469-1809.1936.tb02137.x">Fisher 1936</a>
     */
    public static Dataset iris() {
        try (var in = open("iris.csv")) {
            var lines = lines(in);
            var names = lines.get(0).split(",", -1);
            return read(
                    lines.subList(1, lines.size()),
                    Shape.of(4),
                    1,
                    List.of(names).subList(2, names.length));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream open(String name) throws IOException {
        var in = Shipped.class.getResourceAsStream("/percolate/data/" + name);
        if (in == null) {
            throw new IOException("the data set " + name + " is missing from Percolate's jar; build it again");
        }
        return in;
    }

    private static List<String> lines(InputStream in) {
        return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                .lines()
                .filter(line -> !line.isBlank())
                .toList();
    }

    /** Lines of numbers whose last one is the label. */
    private static Dataset read(List<String> lines, Shape example, float scale, List<String> classes) {
        int width = example.length();
        var x = new float[lines.size() * width];
        var y = new long[lines.size()];
        for (int row = 0; row < lines.size(); row++) {
            var cells = lines.get(row).split(",", -1);
            for (int i = 0; i < width; i++) {
                x[row * width + i] = Float.parseFloat(cells[i]) / scale;
            }
            y[row] = Long.parseLong(cells[width].strip());
        }
        return new TensorDataset(
                new Tensor(Array.of(x, example.prepend(lines.size()))),
                new Tensor(Array.of(y, Shape.of(lines.size()))),
                classes);
    }
}
