package percolate.kernel.magic;

import java.util.List;
import percolate.kernel.language.Language;

/**
 * A magic as it is called.
 *
 * @param sign one percent sign, or the two of a cell magic
 * @param name as written, without percent signs
 * @param rest what follows the name on its line
 * @param body the lines below, of a cell magic; empty for a line magic
 * @param blank as long as what stands before {@link #code} in the cell, with its lines
 * @param source where it stands
 * @param language of the cell it stands in
 * @param standsAlone whether it is a line of its own rather than a part of a statement that wants its value
 */
record Call(
        String sign,
        String name,
        String rest,
        String body,
        String blank,
        Source source,
        Language language,
        boolean standsAlone) {
    static final String OF_LINE = "%";
    static final String OF_CELL = "%%";

    /** The magic as it is written, for example {@code %%bash}. */
    String written() {
        return sign + name;
    }

    List<String> arguments() {
        return Arguments.split(rest);
    }

    /** The code it is about, on its own lines: the body, or what follows the name. */
    String code() {
        return blank + (body.isEmpty() ? rest : body);
    }

    /** The same magic with a part of its code's start left out. */
    Call without(String start) {
        return new Call(
                sign,
                name,
                rest.substring(start.length()),
                body,
                blank + " ".repeat(start.length()),
                source,
                language,
                standsAlone);
    }

    MagicException wrong(String sentence) {
        return new MagicException(written() + ": " + sentence);
    }
}
