package percolate.augment;

/** How far a factor may lie from 1. */
final class Strength {
    private Strength() {}

    static void check(String who, double strength) {
        if (!(strength >= 0 && strength <= 1)) {
            throw new IllegalArgumentException(
                    who + ": expected a strength from 0 to 1, got " + strength + "; 0.2 is usual");
        }
    }
}
