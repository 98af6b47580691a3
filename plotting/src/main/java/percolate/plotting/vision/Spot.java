package percolate.plotting.vision;

/** The largest number of a map and where it is. */
record Spot(int row, int column, boolean any) {
    static Spot of(float[] map, int width) {
        int best = -1;
        for (int at = 0; at < map.length; at++) {
            if (Float.isFinite(map[at]) && (best < 0 || map[at] > map[best])) {
                best = at;
            }
        }
        return best < 0 || map[best] == 0 ? new Spot(0, 0, false) : new Spot(best / width, best % width, true);
    }

    String words() {
        return any ? "strongest at row " + row + ", column " + column : "nowhere above zero";
    }
}
