package percolate.data.file;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import percolate.data.DataException;
import tech.tablesaw.api.Table;
import tech.tablesaw.io.csv.CsvReadOptions;

/** Tables as text: a row on each line, cells between commas, semicolons or tabs, names in the first line. */
public final class Csv {
    private static final int MOST_BYTES = 1 << 30;
    private static final long MOST_PACKED = 1032;
    private static final int GZIP = 0x1f8b;
    private static final int HEAD = 1 << 16;

    private final Path file;

    private Csv(Path file) {
        this.file = file;
    }

    /**
     * A table with its columns' types.
     *
     * @param place the path of a file, packed by gzip or not, or an address
     * @throws DataException if there is no such file, or rows differ in length
     */
    public static Table read(String place) {
        return new Csv(Place.of("csv", place)).read();
    }

    private Table read() {
        var text = text();
        if (text.isBlank()) {
            throw failure("a table", "an empty file", null);
        }
        try {
            var table = Table.read().usingOptions(options(text));
            if (table.rowCount() == 0) {
                throw failure("rows below the names", "none", null);
            }
            return table;
        } catch (RuntimeException e) {
            throw e instanceof DataException
                    ? e
                    : failure(
                            "rows of as many cells as there are names",
                            "a table that cannot be read (" + Words.of(e) + ")",
                            e);
        }
    }

    private CsvReadOptions options(String text) {
        var first = text.lines().findFirst().orElse("");
        char separator = separator(first);
        return CsvReadOptions.builder(new StringReader(text))
                .tableName(file.getFileName().toString().replaceAll("\\..*", ""))
                .separator(separator)
                .header(!isNumbers(first, separator))
                .maxCharsPerColumn(HEAD)
                .sample(false)
                .build();
    }

    /** The one that occurs most often in the first line. */
    private static char separator(String line) {
        return Stream.of(',', ';', '\t')
                .max(Comparator.comparingLong(
                        c -> line.chars().filter(i -> i == c).count()))
                .orElse(',');
    }

    /** Whether a line has no names: no column is called by a number alone. */
    private static boolean isNumbers(String line, char separator) {
        return Stream.of(line.split(String.valueOf(separator), -1))
                .allMatch(cell -> cell.strip().matches("[-+]?\\d+([.,]\\d+)?([eE][-+]?\\d+)?"));
    }

    private String text() {
        try (var in = open()) {
            long most = Math.min(MOST_BYTES, MOST_PACKED * Files.size(file) + 1);
            var bytes = in.readNBytes((int) most);
            if (bytes.length == MOST_BYTES) {
                throw failure("a table of 1 GB at most", "more", null);
            }
            var text = decoded(bytes);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (NoSuchFileException e) {
            throw failure("a file", "none at " + file.toAbsolutePath(), e);
        } catch (IOException e) {
            throw failure("a file that can be read", "one that cannot (" + Words.of(e) + ")", e);
        }
    }

    private InputStream open() throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), HEAD);
        in.mark(2);
        int first = in.read() << Byte.SIZE | in.read();
        in.reset();
        return first == GZIP ? new GZIPInputStream(in, HEAD) : in;
    }

    /** UTF-8, and what Windows writes in the West where it is not that. */
    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private DataException failure(String expected, String got, Exception cause) {
        return new DataException(
                "csv(\"" + file.getFileName() + "\"): expected " + expected + ", got " + got
                        + "; look at the file, and read a larger one in parts with stream(…)",
                cause);
    }
}
