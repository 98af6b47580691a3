package percolate.kernel.language;

import java.util.Locale;

/**
 * One name that two languages have declared as different things, so that it cannot be shared.
 *
 * @param here the language of the cell that uses the name, whose own declaration wins there
 * @param there the other language
 */
public record Clash(String name, Side here, Side there) {
    /**
     * What one language has declared.
     *
     * @param what for example {@code int}, or {@code a class}
     */
    public record Side(Language language, String what, int cell) {
        private String place() {
            return what + " in " + title(language) + " (cell " + cell + ")";
        }
    }

    /** What the name means in either language, and how both can be used. */
    public String sentence() {
        return name + " is " + here.place() + " and " + there.place() + ": " + title(here.language)
                + " cells see the former; give one of them another name to use both";
    }

    /** A language as a sentence names it, for example {@code Java}. */
    public static String title(Language language) {
        var name = language.info().name();
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
