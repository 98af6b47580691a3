package percolate.kernel.language;

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

    /** What the name means in either language, and how both can be used. */
    public String sentence() {
        return name + " is " + one.words() + " and " + other.words()
                + ": the cells of each language see their own; give one of them another name to share both";
    }
}
