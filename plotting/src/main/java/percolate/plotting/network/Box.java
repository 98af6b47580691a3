package percolate.plotting.network;

/**
 * One box of a diagram.
 *
 * @param name in the first line, first
 * @param detail in the first line, behind the name; may be empty
 * @param shape at the right
 * @param arithmetic in the second line; may be empty
 * @param heat the norm of its gradient; NaN where none is shown
 * @param kind how it is drawn
 */
record Box(String name, String detail, String shape, String arithmetic, double heat, Kind kind) {
    /** A value that comes in, a layer with weights, one without, one that is not trained, or several layers left out. */
    enum Kind {
        INPUT,
        WEIGHTED,
        PLAIN,
        FROZEN,
        ELIDED
    }

    /** Stands for layers that are left out. */
    static Box elided(int count) {
        return new Box("… " + count + " layers between …", "", "", "", Double.NaN, Kind.ELIDED);
    }

    Box withHeat(double norm) {
        return new Box(name, detail, shape, arithmetic, norm, kind);
    }
}
