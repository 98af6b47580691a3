package percolate.data.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static percolate.Mistakes.assertOneSentence;
import static percolate.Percolate.csv;
import static percolate.Percolate.dataset;
import static percolate.Percolate.float32;
import static percolate.Percolate.int64;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import percolate.Percolate;
import percolate.Shape;
import percolate.data.download.FaultyServer;

class TableDataTest {
    private static final String FLOWERS = """
        length,colour,tall,when,species
        1.5,red,true,2020-01-02,rose
        2,blue,false,2021-02-03,iris
        ,red,true,2021-02-04,rose
        4.5,,true,2021-02-05,iris
        """;

    @TempDir
    Path folder;

    private String file(String text) throws IOException {
        return Files.writeString(folder.resolve("flowers.csv"), text).toString();
    }

    @Test
    void aFileBecomesATableWithTypes() throws Exception {
        var table = csv(file(FLOWERS));
        assertThat(table.columnNames()).containsExactly("length", "colour", "tall", "when", "species");
        assertThat(table.rowCount()).isEqualTo(4);
        assertThat(table.name()).isEqualTo("flowers");
        assertThat(table.doubleColumn("length").get(3)).isEqualTo(4.5);
        assertThat(table.dateColumn("when").get(0)).hasToString("2020-01-02");
    }

    @Test
    void separatorsMarksAndEncodingsAreFoundOut() throws Exception {
        assertThat(csv(file("a;b\n1;2\n")).columnNames()).containsExactly("a", "b");
        assertThat(csv(file("a\tb\n1\t2\n")).columnNames()).containsExactly("a", "b");
        assertThat(csv(file("\uFEFFa,b\n1,2\n")).columnNames()).containsExactly("a", "b");
        assertThat(csv(file("1,2\n3,4\n")).rowCount()).isEqualTo(2);
        var old = Files.write(folder.resolve("old.csv"), "größe\n1\n".getBytes(Charset.forName("windows-1252")));
        assertThat(csv(old.toString()).columnNames()).containsExactly("größe");
        var packed =
                Files.write(folder.resolve("a.csv.gz"), IdxTest.packed("a,b\n1,2\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(csv(packed.toString()).rowCount()).isEqualTo(1);
    }

    @Test
    void anAddressIsFetchedOnce() throws Exception {
        System.setProperty("percolate.data", folder.resolve("cache").toString());
        try (var server = new FaultyServer()) {
            var address = server.file("/flowers.csv", FLOWERS.getBytes(StandardCharsets.UTF_8))
                    .toString();
            assertThat(csv(address).rowCount()).isEqualTo(4);
            assertThat(csv(address).rowCount()).isEqualTo(4);
            assertThat(server.asked).containsExactly("/flowers.csv 0");
        } finally {
            System.clearProperty("percolate.data");
        }
    }

    @Test
    void numbersWordsAndYesOrNoBecomeColumnsOfX() throws Exception {
        var data =
                dataset(csv(file(FLOWERS)), "length, colour, tall", "species").dropMissing();
        assertThat(data.columns()).containsExactly("length", "colour=blue", "colour=red", "tall");
        assertThat(data.x().shape()).isEqualTo(Shape.of(2, 4));
        assertThat(data.x().dtype()).isEqualTo(float32);
        assertThat(data.x().flatten().toFloatArray()).containsExactly(1.5f, 0, 1, 1, 2, 1, 0, 0);
        assertThat(data.classes()).containsExactly("iris", "rose");
        assertThat(data.y().toLongArray()).containsExactly(1, 0);
        assertThat(data.y().dtype()).isEqualTo(int64);
    }

    @Test
    void missingValuesAreNamedDroppedOrFilled() throws Exception {
        var data = dataset(csv(file(FLOWERS)), "length, colour", "species");
        assertOneSentence(
                data::x,
                "dataset: expected a value in each cell, got missing ones in \"length\" (1 of 4 rows), \"colour\" (1"
                        + " of 4 rows)",
                "dropMissing(), or fillMissing(\"mean\")");
        assertThat(data).hasToString("4 rows, values missing: {length=1, colour=1}");
        assertThat(data.dropMissing().size()).isEqualTo(2);
        var mean = data.fillMissing("mean").x();
        assertThat(mean.get(2, 0).item()).isCloseTo((1.5f + 2 + 4.5f) / 3, within(1e-6f));
        // The most frequent word.
        assertThat(mean.get(3).toFloatArray()).containsExactly(4.5f, 0, 1);
        assertThat(data.fillMissing("median").x().get(2, 0).item()).isEqualTo(2);
        assertThat(data.fillMissing("mostFrequent").x().get(2, 0).item()).isEqualTo(1.5f);
        assertOneSentence(
                () -> data.fillMissing("zero"),
                "fillMissing: expected \"mean\", \"median\" or \"mostFrequent\", got \"zero\"");
    }

    @Test
    void aMissingLabelAndAnEmptyColumnAreNotMadeUp() throws Exception {
        var table = csv(file("a,b,c\n1,,x\n2,,\n"));
        assertOneSentence(
                () -> dataset(table, "a", "c").fillMissing("mean").x(),
                "\"c\" (1 of 2 rows); say dropMissing(), for nothing tells");
        assertOneSentence(() -> dataset(table, "a,b", "c").fillMissing("mean").x(), "\"b\" (2 of 2 rows)");
        assertOneSentence(
                () -> dataset(table, "a,b", "c").dropMissing(), "dropMissing: expected rows without missing values");
    }

    @Test
    void aLabelIsAClassOrAQuantity() throws Exception {
        var table = csv(file("a,kind,rank,price\n1,0,1,10\n2,1,3,20\n3,0,1,35\n"));
        assertThat(dataset(table, "a", "kind").y().toLongArray()).containsExactly(0, 1, 0);
        assertThat(dataset(table, "a", "kind").classes()).containsExactly("0", "1");
        var price = dataset(table, "a", "price").y();
        assertThat(price.shape()).isEqualTo(Shape.of(3, 1));
        assertThat(price.toFloatArray()).containsExactly(10, 20, 35);
        assertThat(dataset(table, "a", "rank").asClasses().y().toLongArray()).containsExactly(0, 1, 0);
        assertThat(dataset(table, "a", "rank").asClasses().classes()).containsExactly("1", "3");
        assertThat(dataset(table, "a", "rank, price").y().shape()).isEqualTo(Shape.of(3, 2));
        assertThat(Percolate.csv(file("a,b,c\n1,2,x\n3,4,y\n"), "c").x().shape())
                .isEqualTo(Shape.of(2, 2));
    }

    @Test
    void scalingIsFittedToTheTrainingPart() throws Exception {
        var text = new StringBuilder("a,b\n");
        for (int i = 0; i < 50; i++) {
            text.append(i * i).append(',').append(i % 2 == 0 ? "even" : "odd").append('\n');
        }
        var parts = csv(file(text.toString()), "b").split(0.8, 3).normalise();
        assertThat(parts.train().x().mean().item()).isCloseTo(0, within(1e-5f));
        assertThat(parts.train().x().std().item()).isCloseTo(1, within(0.02f));
        assertThat(Math.abs(parts.validation().x().mean().item())).isGreaterThan(0.01f);
    }

    @Test
    void mistakesAreAnsweredInOneSentence() throws Exception {
        var table = csv(file(FLOWERS));
        assertOneSentence(
                () -> dataset(table, "lenght", "species"),
                "dataset: there is no column \"lenght\" in this table, but [length, colour, tall, when, species]",
                "did you mean \"length\"?");
        assertOneSentence(
                () -> dataset(table, "length, when", "species"),
                "expected numbers or words in each column, got dates in \"when\"",
                "table.dateColumn(\"when\").year()");
        assertOneSentence(
                () -> dataset(table, "length, species", "species"), "expected the label to be none of the columns");
        assertOneSentence(() -> dataset(table, "length,,tall", "species"), "expected each name once in the columns");
        assertOneSentence(
                () -> dataset(table, "tall", "colour, length")
                        .fillMissing("mean")
                        .dropMissing()
                        .x(),
                "got words in \"colour\"");
        assertOneSentence(() -> csv(folder + "/none.csv"), "csv(\"none.csv\"): expected a file, got none at");
        assertOneSentence(() -> csv(file("")), "expected a table, got an empty file");
        assertOneSentence(() -> csv(file("a,b\n")), "expected rows below the names, got none");
        assertOneSentence(() -> csv(file("a,b\n1,2\n3\n")), "expected rows of as many cells as there are names");
        var many = new StringBuilder("name,y\n");
        for (int i = 0; i < 150; i++) {
            many.append("n").append(i).append(",1\n");
        }
        assertOneSentence(
                () -> csv(file(many.toString()), "y").x(), "expected up to 100 different words", "got 150 in \"name\"");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void damagedTablesAreReadOrRefused(boolean packed) throws Exception {
        var plain = FLOWERS.replace(",when", ",wend").repeat(3).getBytes(StandardCharsets.UTF_8);
        int refused = Mutated.read(packed ? IdxTest.packed(plain) : plain, folder.resolve("a.csv"), file -> dataset(
                        csv(file.toString()), "length, colour", "species")
                .dropMissing()
                .x());
        assertThat(refused).isBetween(Mutated.count() / 20, Mutated.count());
    }
}
