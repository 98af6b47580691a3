package percolate.data.download;

import java.util.Locale;
import java.util.function.Consumer;

/** Says how far a file has come: at its beginning, and at every quarter of a large one. */
final class Notices {
    private static final long LARGE = 20L << 20;
    private static final int QUARTERS = 4;
    private static final long UNITS = 1000;

    private final String name;
    private final Consumer<String> out;
    private int said;

    Notices(String name, Consumer<String> out) {
        this.name = name;
        this.out = out;
    }

    /** @param total 0 where it is not known */
    void fetched(long bytes, long total) {
        int quarter = total < LARGE ? 0 : (int) (QUARTERS * bytes / total);
        if (quarter > said && quarter < QUARTERS) {
            out.accept(name + ": " + size(bytes) + " of " + size(total));
        }
        said = Math.max(said, quarter);
    }

    void say(String words) {
        out.accept(name + ": " + words);
    }

    /** In the units that people read, 9.9 MB. */
    static String size(long bytes) {
        if (bytes < UNITS) {
            return bytes + " bytes";
        }
        double value = bytes;
        int unit = -1;
        for (; value >= UNITS; unit++) {
            value /= UNITS;
        }
        return String.format(Locale.ROOT, "%.1f %sB", value, "kMGT".charAt(unit));
    }
}
