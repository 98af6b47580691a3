package percolate.kernel.language;

import java.util.Map;

/** One name that two languages have declared as different things, so that it cannot be shared. */
public record Clash(String name, Side one, Side other) {
    /**
     * What one language has declared.
     *
     * @param what for example {@code a type}
     */
    public record Side(Language language, String what, int cell) {
        /** A variable as a sentence names it. */
        public static Side of(Language language, Variable variable) {
            return new Side(language, "a variable of type " + variable.type(), variable.cell());
        }

        private String words() {
            return what + " in " + language.notation().title() + " (cell " + cell + ")";
        }
    }

    /** What a name means in which language, whichever cells have said so last. */
    record Meanings(String name, Map<String, String> byLanguage) {}

    Meanings meanings() {
        return new Meanings(
                name,
                Map.of(
                        one.language.notation().name(), one.what,
                        other.language.notation().name(), other.what));
    }

    /** What the name means in either language, and how both can be used. */
    public String sentence() {
        return name + " is " + one.words() + " and " + other.words()
                + ": the cells of each language see their own; give one of them another name to share both";
    }
}
